package org.khabar.gateway.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.incremental.Payloads;

/** Nothing waits for what it does not need. */
class IncrementalAnswerTest {
    private static final String TWO_FRAGMENTS = """
            { article(id: "a1") { headline
                ... @defer(label: "mentions") { mentions { surface } }
                ... @defer(label: "author") { author { name } } } }""";

    private final HeldServices services = new HeldServices();

    private static String json(CompletableFuture<AnswerPart> part) {
        assertThat(part).as("a part that is there").isCompleted();
        return new String(Payloads.json(Objects.requireNonNull(part.join())), StandardCharsets.UTF_8);
    }

    @Test
    void whatComesFirstDoesNotWaitForTheServiceOfAFragment() {
        AnswerParts parts = services.hold("mentions").ask("""
                { article(id: "a1") { headline ... @defer { mentions { surface } } } }""");

        assertThat(json(parts.next()))
                .isEqualTo("{\"data\":{\"article\":{\"headline\":\"مطر في تونس\"}},\"hasNext\":true}");
        CompletableFuture<AnswerPart> later = parts.next();
        assertThat(later).isNotDone();
        services.letGo("mentions");
        assertThat(json(later))
                .isEqualTo("{\"incremental\":[{\"data\":{\"mentions\":[{\"surface\":\"هند\"},{\"surface\":\"تونس\"}]},"
                        + "\"path\":[\"article\"]}],\"hasNext\":false}");
    }

    @Test
    void fetchesOfFragmentsDoNotWaitForWhatComesFirst() {
        AnswerParts parts = services.hold("people").hold("mentions").ask("""
                { article(id: "a1") { author { name } ... @defer { mentions { surface } } } }""");

        CompletableFuture<AnswerPart> first = parts.next();
        assertThat(first).isNotDone();
        assertThat(services.requests()).anyMatch(request -> request.startsWith("mentions "));
        services.letGo("mentions");
        assertThat(first).isNotDone();
        services.letGo("people");
        assertThat(json(first))
                .contains("\"author\"")
                .doesNotContain("mentions")
                .endsWith("\"hasNext\":true}");
        assertThat(json(parts.next())).contains("mentions").endsWith("\"hasNext\":false}");
    }

    @Test
    void fragmentsDoNotWaitForEachOther() {
        AnswerParts parts = services.hold("mentions").ask(TWO_FRAGMENTS);

        json(parts.next());
        assertThat(json(parts.next())).contains("\"label\":\"author\"").endsWith("\"hasNext\":true}");
        CompletableFuture<AnswerPart> last = parts.next();
        assertThat(last).isNotDone();
        services.letGo("mentions");
        assertThat(json(last)).contains("\"label\":\"mentions\"").endsWith("\"hasNext\":false}");
    }

    @Test
    void whatIsReadyTogetherComesTogether() {
        AnswerParts parts = services.ask(TWO_FRAGMENTS);

        json(parts.next());
        assertThat(json(parts.next()))
                .contains("\"label\":\"mentions\"", "\"label\":\"author\"")
                .endsWith("\"hasNext\":false}");
    }

    @Test
    void theSameFetchServesBothAndIsSentOnce() {
        AnswerParts parts = services.ask("""
                { article(id: "a1") { mentions { surface } ... @defer { mentions { person { name } } } } }""");

        assertThat(json(parts.next())).contains("surface").doesNotContain("person");
        assertThat(json(parts.next())).contains("person").endsWith("\"hasNext\":false}");
        assertThat(services.requests().stream().filter(request -> request.startsWith("mentions ")))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(services.requests().stream().filter(request -> request.startsWith("articles ")))
                .hasSize(1);
    }

    @Test
    void firstItemsDoNotWaitForWhatTheOthersTake() {
        AnswerParts parts = services.hold("people").ask("""
                { feed @stream(initialCount: 1) { headline author { name } } }""");

        CompletableFuture<AnswerPart> first = parts.next();
        assertThat(services.requests().getLast())
                .startsWith("people ")
                .contains("p1")
                .doesNotContain("p2");
        services.letGo("people");
        services.hold("people");
        assertThat(json(first)).contains("هند").doesNotContain("سوق").endsWith("\"hasNext\":true}");
    }

    @Test
    void theOtherItemsAreFetchedOnceTheFirstAreThere() {
        AnswerParts parts = services.ask("""
                { feed @stream(initialCount: 1) { headline author { name } } }""");

        json(parts.next());
        assertThat(json(parts.next())).contains("\"items\":[{\"headline\":\"سوق\"", "\"path\":[\"feed\",1]");
        assertThat(services.requests().getLast())
                .startsWith("people ")
                .contains("p2")
                .doesNotContain("p1");
    }

    @Test
    void whatIsCancelledIsGivenUp() {
        AnswerParts parts = services.hold("mentions").ask(TWO_FRAGMENTS);
        json(parts.next());
        assertThat(services.isIdle()).isFalse();

        parts.cancel();

        assertThat(services.isIdle()).isTrue();
    }

    @Test
    void whatIsAboutToBeSentIsGivenUpAsWell() {
        AnswerParts parts =
                services.hold("articles").hold("mentions").hold("people").ask(TWO_FRAGMENTS);
        services.whenSending("mentions", parts::cancel);
        services.whenSending("people", parts::cancel);

        services.letGo("articles");

        assertThat(services.requests()).hasSize(2);
        assertThat(services.isIdle()).isTrue();
    }

    @Test
    void partsAreBounded() {
        String query = "{ feed { id ... @defer { author { name } } } }";
        assertThat(json(services.ask(query, parts(3), 1_000_000).next())).endsWith("\"hasNext\":true}");

        assertThat(json(services.ask(query, parts(2), 1_000_000).next()))
                .startsWith("{\"data\":null,")
                .contains("More than 2 parts of the answer would come later", "LIMIT_EXCEEDED")
                .endsWith("\"hasNext\":false}");
    }

    private static ExecutionLimits parts(int most) {
        return new ExecutionLimits(200, 100, 1000, 1000, 50, 10, 100_000, 100_000, most);
    }

    @Test
    void allPartsTogetherAreBoundedByWhatOneAnswerMayHave() {
        AnswerParts parts = services.ask(
                "{ feed { id headline ... @defer { mentions { surface } } } }", ExecutionLimits.DEFAULTS, 250);

        assertThat(json(parts.next())).endsWith("\"hasNext\":true}");
        assertThat(json(parts.next()))
                .contains("\"data\":null", "LIMIT_EXCEEDED")
                .endsWith("\"hasNext\":false}");
    }
}
