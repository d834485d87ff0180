package org.khabar.article.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Editor;
import org.khabar.article.testing.Editor.Made;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** What a source kept back and then lets go: readers get it by its word, unless the newsroom has had one. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReleasedArticlesTest {

    private static final String WITHHELD = "\"pubStatus\": \"withheld\"";
    private static final String USABLE = "\"pubStatus\": \"usable\"";
    private static final Editor EDITOR = Editor.named();

    private final Database database;
    private final AgroalDataSource source;

    ReleasedArticlesTest(Database database, AgroalDataSource source) {
        this.database = database;
        this.source = source;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
    }

    /** A ninjs item that says nothing of it is usable, by the schema. */
    @ParameterizedTest
    @ValueSource(strings = {USABLE, "\"urgency\": 4"})
    void whatWasWithheldIsPublishedOnce(String released) {
        send(item(1, "نص الخبر.", WITHHELD));
        assertThat(outcome(send(item(1, "نص الخبر.", released)))).isEqualTo("revised");
        assertThat(statuses()).containsExactly("PUBLISHED");
        assertThat(moves()).containsExactly("IMPORT", "PUBLISH");
        assertThat(database.list("select published_at > now() - interval '1 minute' from article"))
                .as("readers have it from now on, whenever it was written")
                .containsExactly("t");
        JsonNode events = Service.feed("", 0);
        assertThat(events).hasSize(1);
        assertThat(events.get(0).get("type").asText()).isEqualTo("org.khabar.article.published.v1");

        assertThat(outcome(send(item(1, "نص الخبر.", released)))).isEqualTo("unchanged");
        assertThat(database.count("revision")).isEqualTo(2);
    }

    @Test
    void whatItSaysByThenIsPublished() {
        send(item(1, "نص أول للخبر.", WITHHELD));
        send(item(1, "نص الخبر بعد التحقق منه.", USABLE));
        assertThat(moves()).containsExactly("IMPORT", "IMPORT", "PUBLISH");
        assertThat(Service.graphql(Tokens.reader(), "{ articles { nodes { blocks { text } } } }")
                        .findValuesAsText("text"))
                .containsExactly("نص الخبر بعد التحقق منه.");
        assertThat(outcome(send(item(1, "نص الخبر بعد التحقق منه.", USABLE)))).isEqualTo("unchanged");
        assertThat(outcome(send(item(1, "نص الخبر وقد زيد فيه.", USABLE)))).isEqualTo("revised");
    }

    @Test
    void whatReadersHadComesBack() {
        send(item(1, "نص الخبر.", USABLE));
        send(item(1, "نص الخبر.", WITHHELD));
        assertThat(statuses()).containsExactly("WITHDRAWN");
        assertThat(outcome(send(item(1, "نص الخبر.", USABLE)))).isEqualTo("revised");
        assertThat(statuses()).containsExactly("PUBLISHED");
        assertThat(moves()).containsExactly("IMPORT", "WITHDRAW", "RESTORE", "PUBLISH");
        assertThat(database.list("select published_at = '2025-03-05T18:10:00Z' from article"))
                .containsExactly("t");
        assertThat(database.list("select type from feed_event order by id"))
                .containsExactly("PUBLISHED", "WITHDRAWN", "PUBLISHED");
        assertThat(Service.feed("2", 0).get(0).get("type").asText()).isEqualTo("org.khabar.article.published.v1");
    }

    /** A page and an item of our own form that has no status say nothing of it. */
    @Test
    void onlyAWordOfItLetsItGo() {
        send(item(1, "نص الخبر.", WITHHELD));
        String own = """
                {"headline": "عنوان الخبر رقم 1", "url": "%s", "outlet": "hespress", "language": "ar",
                 "publishedAt": "2025-03-05T18:10:00Z", "text": "نص الخبر." %s}
                """;
        send(own.formatted(url(1), ""));
        assertThat(statuses()).containsExactly("DRAFT");
        send(own.formatted(url(1), ", \"status\": \"PUBLISHED\""));
        assertThat(statuses()).containsExactly("PUBLISHED");
    }

    @Test
    void whatTheNewsroomHasInHandStaysThere() {
        Made draft = made(send(item(1, "نص الخبر.", WITHHELD)));
        Editor.made(EDITOR.revise(draft, Map.of("headline", "عنوان لم يفرغ منه المحرر")));
        send(item(1, "نص الخبر.", USABLE));
        assertThat(statuses()).containsExactly("DRAFT");
        assertThat(database.list("select headline from article")).containsExactly("عنوان لم يفرغ منه المحرر");
    }

    /** Its source would publish it hours before the time that an editor has set. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheNewsroomWasGivingToReadersComesBackByTheNewsroomAlone(boolean scheduled) {
        Made draft = made(send(item(1, "نص الخبر.", WITHHELD)));
        Editor.made(scheduled ? EDITOR.schedule(draft, Instant.now().plusSeconds(86_400)) : EDITOR.publish(draft));
        send(item(1, "نص الخبر بعد أن تغير.", WITHHELD));
        assertThat(statuses()).containsExactly(scheduled ? "DRAFT" : "WITHDRAWN");
        send(item(1, "نص الخبر بعد أن تغير.", USABLE));
        assertThat(statuses()).containsExactly(scheduled ? "DRAFT" : "WITHDRAWN");
    }

    /** To cancel is for good. */
    @Test
    void whatWasCanceledStaysAway() {
        send(item(1, "نص الخبر.", WITHHELD));
        send("{\"uri\": \"" + url(1) + "\", \"pubStatus\": \"canceled\"}");
        send(item(1, "نص الخبر.", USABLE));
        assertThat(statuses()).containsExactly("DRAFT");
        assertThat(database.count("feed_event")).isZero();
    }

    /** To cancel a draft makes no version that the import would see. */
    @Test
    void whatIsCanceledWhileItIsBeingLetGoStaysAway() throws Exception {
        send(item(1, "نص الخبر.", WITHHELD));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection canceling = source.getConnection();
                Statement cancel = canceling.createStatement()) {
            canceling.setAutoCommit(false);
            cancel.execute("update article set withheld = false");
            Future<Response> letGo = threads.submit(() -> send(item(1, "نص الخبر.", USABLE)));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !database.list("select pid from pg_locks where not granted")
                            .isEmpty());
            canceling.commit();
            canceling.setAutoCommit(true);

            assertThat(letGo).succeedsWithin(Duration.ofSeconds(20));
            assertThat(outcome(letGo.get())).isEqualTo("unchanged");
        }
        assertThat(statuses()).containsExactly("DRAFT");
    }

    @Test
    void anEmbargoKeepsItBackFurther() {
        send(item(1, "نص الخبر.", WITHHELD));
        send(item(1, "نص الخبر.", USABLE + ", \"embargoedUntil\": \"2099-01-01T00:00:00Z\""));
        assertThat(statuses()).containsExactly("SCHEDULED");
    }

    /** Else the editors' next import of it would leave it with them, without a word of why. */
    @Test
    void onlyTheNewsroomsImportsCancelIt() {
        send(item(1, "نص الخبر.", WITHHELD));
        Response refused = send(
                Tokens.service(), "application/json", "{\"uri\": \"" + url(1) + "\", \"pubStatus\": \"canceled\"}");
        assertThat(refused.statusCode()).isEqualTo(403);
        send(item(1, "نص الخبر.", USABLE));
        assertThat(statuses()).containsExactly("PUBLISHED");
    }

    @Test
    void onlyTheNewsroomsImportsPublishIt() {
        send(item(1, "نص الخبر.", WITHHELD));
        Response refused = send(Tokens.service(), "application/json", item(1, "نص الخبر.", USABLE));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.path("error.code").toString()).isEqualTo("FORBIDDEN");
        assertThat(statuses()).containsExactly("DRAFT");
    }

    @Test
    void itsCorrectionsAreToldWithIt() {
        String own = """
                {"headline": "عنوان الخبر رقم 1", "url": "%s", "outlet": "hespress", "language": "ar",
                 "publishedAt": "2025-03-05T18:10:00Z", "text": "بلغت التساقطات 13 مليمترا.", %s}
                """;
        send(own.formatted(url(1), "\"status\": \"DRAFT\""));
        String corrected = own.formatted(
                url(1),
                "\"status\": \"CORRECTED\", \"corrections\": [{\"note\": \"صحح اسم المدينة\"}],"
                        + " \"correctionNote\": \"الرقم الصحيح هو 13\"");
        assertThat(outcome(send(corrected))).isEqualTo("revised");
        assertThat(statuses()).containsExactly("CORRECTED");
        assertThat(Service.graphql(Tokens.reader(), "{ articles { nodes { corrections { note } } } }")
                        .findValuesAsText("note"))
                .containsExactly("صحح اسم المدينة", "الرقم الصحيح هو 13");
        long revisions = database.count("revision");
        assertThat(outcome(send(corrected))).isEqualTo("unchanged");
        assertThat(database.count("revision")).isEqualTo(revisions);
    }

    /** In a stream, among others that are new and that are as they were. */
    @Test
    void streamsLetItGo() {
        stream(item(1, "نص أول.", WITHHELD), item(2, "نص ثان.", USABLE), item(3, "نص ثالث.", WITHHELD));
        List<JsonNode> lines = stream(
                item(1, "نص أول.", USABLE),
                item(2, "نص ثان.", USABLE),
                item(3, "نص ثالث وقد تغير.", USABLE),
                item(4, "نص رابع.", USABLE));
        assertThat(lines)
                .extracting(line -> line.path("status").asText())
                .containsExactly("revised", "unchanged", "revised", "created", "");
        assertThat(statuses()).containsOnly("PUBLISHED").hasSize(4);
        assertThat(database.list("select last_id from feed_head")).containsExactly("4");
    }

    /** Its source decides anew each time, and is never told that it has said so before. */
    @ParameterizedTest
    @CsvSource({"withheld, DRAFT", "usable, PUBLISHED"})
    void whatItsSourceWithholdsAgainIsTakenBackAgain(String first, String status) {
        send(item(1, "نص الخبر.", "\"pubStatus\": \"" + first + "\""));
        assertThat(statuses()).containsExactly(status);
        for (int round = 0; round < 3; round++) {
            send(item(1, "نص الخبر.", USABLE));
            assertThat(statuses()).containsExactly("PUBLISHED");
            assertThat(outcome(send(item(1, "نص الخبر.", WITHHELD)))).isEqualTo("revised");
            assertThat(statuses()).containsExactly("WITHDRAWN");
            assertThat(outcome(send(item(1, "نص الخبر.", WITHHELD)))).isEqualTo("unchanged");
        }
        send(item(1, "نص الخبر.", USABLE));
        assertThat(statuses()).containsExactly("PUBLISHED");
    }

    @Test
    void aStreamThatIsSentAgainEndsAsItDid() {
        for (int time = 0; time < 2; time++) {
            stream(item(1, "نص الخبر.", USABLE), item(1, "نص الخبر.", WITHHELD));
            assertThat(statuses()).containsExactly("WITHDRAWN");
        }
    }

    /** An embargo that the source has set since does not overrule its own word. */
    @Test
    void anEmbargoOfItsSourceEndsWhenItIsWithheldAgain() {
        String embargo = "\"embargoedUntil\": \"2099-01-01T00:00:00Z\"";
        for (int time = 0; time < 2; time++) {
            send(item(1, "نص الخبر.", WITHHELD));
            assertThat(statuses()).containsExactly("DRAFT");
            send(item(1, "نص الخبر.", embargo));
            assertThat(statuses()).containsExactly("SCHEDULED");
        }
    }

    /** To put a letter right is not to publish against the source's word; to publish is. */
    @Test
    void onlyTheNewsroomsDecisionOverrulesItsSource() {
        send(item(1, "نص الخبر.", WITHHELD));
        Made released = made(send(item(1, "نص الخبر.", USABLE)));
        Editor.made(EDITOR.revise(released, Map.of("headline", "عنوان صححت فيه همزة")));
        Made withdrawn = made(send(item(1, "نص الخبر.", WITHHELD)));
        assertThat(withdrawn.status()).isEqualTo("revised");
        assertThat(statuses()).containsExactly("WITHDRAWN");

        Made restored = Editor.made(EDITOR.restore(new Made(withdrawn.id(), withdrawn.version(), "WITHDRAWN")));
        EDITOR.publish(restored);
        assertThat(outcome(send(item(1, "نص الخبر.", WITHHELD)))).isEqualTo("unchanged");
        assertThat(statuses()).containsExactly("PUBLISHED");
    }

    /** As when an item that held it back comes once more, late. */
    @Test
    void whatWasCanceledIsNotScheduledAnew() {
        String scheduled = item(1, "نص الخبر.", "\"embargoedUntil\": \"2099-01-01T00:00:00Z\"");
        send(scheduled);
        send("{\"uri\": \"" + url(1) + "\", \"pubStatus\": \"canceled\"}");
        assertThat(outcome(send(scheduled))).isEqualTo("unchanged");
        assertThat(statuses()).containsExactly("DRAFT");
    }

    private static String url(int number) {
        return "https://www.hespress.com/items/" + number + ".html";
    }

    private static String item(int number, String text, String members) {
        return """
                {"uri": "%s", "firstCreated": "2025-03-05T18:10:00Z", "language": "ar",
                 "headlines": [{"value": "عنوان الخبر رقم %d"}],
                 "bodies": [{"contentType": "text/plain", "value": "%s"}], "infoSources": [{"name": "هسبريس"}], %s}
                """.formatted(url(number), number, text, members);
    }

    private static Response send(String item) {
        return send(Tokens.editor(), "application/json", item);
    }

    private static Response send(String token, String type, String body) {
        return Service.as(token)
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/imports");
    }

    private static List<JsonNode> stream(String... items) {
        String body = String.join(
                "\n",
                List.of(items).stream().map(item -> item.replace("\n", " ")).toList());
        return new String(send(Tokens.editor(), "application/x-ndjson", body).asByteArray(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> Service.json(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static String outcome(Response answer) {
        return Service.json(answer.asByteArray()).path("status").asText();
    }

    private static Made made(Response answer) {
        JsonNode made = Service.json(answer.asByteArray());
        return new Made(
                made.path("id").asText(),
                made.path("version").asInt(),
                made.path("status").asText());
    }

    private List<String> statuses() {
        return database.list("select status from article order by id");
    }

    private List<String> moves() {
        return database.list("select move from revision order by version");
    }
}
