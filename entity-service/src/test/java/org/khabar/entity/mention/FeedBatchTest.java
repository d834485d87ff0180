package org.khabar.entity.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FeedBatchTest {

    private static final UUID ARTICLE = UUID.fromString("0195a000-0000-7000-8000-000000000001");

    @Test
    void readsArticlesWithTheirBlocks() throws IOException {
        List<FeedEvent> events = parse("""
                [{"id":"7","type":"org.khabar.article.published.v1","subject":"%1$s","time":"2025-03-10T09:00:00Z",
                  "data":{"id":"%1$s","version":2,"language":"ar","outlet":"hespress","outletCountry":"MA",
                    "headline":"عنوان","publishedAt":"2025-03-05T18:10:00Z",
                    "more":"later","blocks":[{"kind":"PARAGRAPH","text":"نص"}]}}]
                """);

        assertThat(events)
                .containsExactly(new FeedEvent.Published(
                        7,
                        Instant.parse("2025-03-10T09:00:00Z"),
                        new ArticleSnapshot(
                                ARTICLE,
                                2,
                                "ar",
                                "hespress",
                                "MA",
                                "عنوان",
                                Instant.parse("2025-03-05T18:10:00Z"),
                                List.of("نص"))));
    }

    @Test
    void readsWithdrawals() throws IOException {
        assertThat(parse("""
                        [{"id":"8","type":"org.khabar.article.withdrawn.v1","subject":"%s","method":"DELETE",
                          "reason":"المصدر سحب البلاغ"}]
                        """)).containsExactly(new FeedEvent.Withdrawn(8, null, ARTICLE));
    }

    @Test
    void passesOverEventsOfOtherTypes() throws IOException {
        assertThat(parse("[{\"id\":\"9\",\"type\":\"org.khabar.comment.posted.v1\",\"subject\":\"x\"}]"))
                .containsExactly(new FeedEvent.Other(9, null, "x"));
    }

    @Test
    void anEventThatIsNotAsAgreedDoesNotSpoilTheOthers() throws IOException {
        List<FeedEvent> events = parse("""
                [{"id":"10","type":"org.khabar.article.published.v1","subject":"x","data":{"id":"%1$s"}},
                 {"id":"11","method":"DELETE","subject":"%1$s"}]
                """);

        assertThat(events.getFirst())
                .isEqualTo(new FeedEvent.Unreadable(10, null, "x", "the event's data has no blocks"));
        assertThat(events.getLast()).isInstanceOf(FeedEvent.Withdrawn.class);
    }

    @Test
    void anAnswerThatIsNoBatchIsRefused() {
        assertThatIOException().isThrownBy(() -> parse("<html>")).withMessageContaining("not JSON");
        assertThatIOException().isThrownBy(() -> parse("{}")).withMessageContaining("not an array");
        assertThatIOException().isThrownBy(() -> parse("[{\"id\":\"x\"}]")).withMessageContaining("no number");
    }

    @Test
    void anEventThatIsTooLargeOrNoJsonIsKnownByItsAttributes() throws IOException {
        String large = "{\"id\":\"12\",\"subject\":\"s\",\"data\":{\"blocks\":[\"%s\"]}}".formatted("ن".repeat(9000));

        assertThat(parse("[" + large + ",{\"id\":\"13\",\"method\":\"DELETE\",\"subject\":\"%1$s\"}]"))
                .containsExactly(
                        new FeedEvent.Unreadable(12, null, "s", "it has more bytes than are read of one event"),
                        new FeedEvent.Withdrawn(13, null, ARTICLE));
        assertThat(parse("[{\"id\":\"14\",\"subject\":\"s\",\"data\":{oops}}]").getFirst())
                .isInstanceOfSatisfying(
                        FeedEvent.Unreadable.class,
                        event -> assertThat(event.problem()).startsWith("it is not JSON"));
    }

    private static List<FeedEvent> parse(String json) throws IOException {
        EventSplitter splitter = new EventSplitter(10_000);
        splitter.accept(ByteBuffer.wrap(json.replace("%1$s", ARTICLE.toString())
                .replace("%s", ARTICLE.toString())
                .getBytes(StandardCharsets.UTF_8)));
        splitter.end();
        return FeedBatch.parse(splitter.events());
    }
}
