package org.khabar.article.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Editor;
import org.khabar.article.testing.Editor.Made;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** Items whose source says that they are not to be published, not yet, or not any more: they enter the workflow. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ImportedStatesTest {

    private static final String URL = "https://www.hespress.com/items/1.html";
    private static final String LATER = Instant.now().plusSeconds(86_400).toString();
    private static final Editor EDITOR = Editor.named();

    private final Database database;

    ImportedStatesTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
        database.execute("truncate import_run cascade");
    }

    @Test
    void anEmbargoHoldsAnArticleBackUntilItsEnd() {
        assertThat(send(ninjs("نص الخبر.", "\"embargoedUntil\": \"" + LATER + "\""))
                        .statusCode())
                .isEqualTo(201);
        assertThat(status()).containsExactly("SCHEDULED");
        assertThat(database.count("feed_event")).isZero();
        assertThat(visible()).isZero();

        String other = Instant.now().plusSeconds(172_800).toString();
        assertThat(outcome(send(ninjs("نص الخبر.", "\"embargoedUntil\": \"" + LATER + "\""))))
                .isEqualTo("unchanged");
        assertThat(outcome(send(ninjs("نص الخبر.", "\"embargoedUntil\": \"" + other + "\""))))
                .isEqualTo("revised");
        assertThat(database.list("select move from revision order by version")).containsExactly("IMPORT", "SCHEDULE");
        assertThat(database.list("select embargo_until > now() + interval '40 hours' from article"))
                .containsExactly("t");
        assertThat(visible()).isZero();
    }

    /** What the newsroom has decided since is not undone by the same item sent again. */
    @Test
    void anEmbargoThatAnEditorLiftedStaysLifted() {
        String item = ninjs("نص الخبر.", "\"embargoedUntil\": \"" + LATER + "\"");
        Made scheduled = made(send(item));
        EDITOR.publish(scheduled);

        assertThat(outcome(send(item))).isEqualTo("unchanged");
        assertThat(status()).containsExactly("PUBLISHED");

        Response changed = send(ninjs("نص آخر للخبر.", "\"embargoedUntil\": \"" + LATER + "\""));
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.path("error.code").toString()).isEqualTo("CONFLICT");
        assertThat(database.count("revision")).isEqualTo(2);
    }

    @Test
    void whatIsWithheldIsADraft() {
        Made draft = made(send(ninjs("نص الخبر.", "\"pubStatus\": \"withheld\"")));
        assertThat(status()).containsExactly("DRAFT");
        assertThat(visible()).isZero();
        assertThat(outcome(send(ninjs("نص الخبر بعد التحرير.", "\"pubStatus\": \"withheld\""))))
                .isEqualTo("revised");
        EDITOR.publish(new Made(draft.id(), 2, "DRAFT"));
        assertThat(visible()).isOne();
    }

    @Test
    void whatReadersHaveAndIsWithheldIsTakenBack() {
        send(ninjs("نص الخبر.", "\"pubStatus\": \"usable\""));
        String withheld = ninjs("نص الخبر.", "\"pubStatus\": \"withheld\", \"edNote\": \"في انتظار رد الوزارة\"");
        assertThat(outcome(send(withheld))).isEqualTo("revised");
        assertThat(status()).containsExactly("WITHDRAWN");
        assertThat(visible()).isZero();
        assertThat(outcome(send(withheld))).isEqualTo("unchanged");
    }

    @Test
    void whatIsCanceledIsWithdrawnWithItsReason() {
        Made article = made(send(ninjs("نص الخبر.", "\"pubStatus\": \"usable\"")));
        String cancel = """
                {"uri": "%s", "pubstatus": "canceled", "ednote": "صور غير صحيحة"}
                """.formatted(URL);
        assertThat(outcome(send(cancel))).isEqualTo("revised");
        assertThat(status()).containsExactly("WITHDRAWN");
        JsonNode event = Service.feed("1", 0).get(0);
        assertThat(event.get("method").asText()).isEqualTo("DELETE");
        assertThat(event.get("reason").asText()).isEqualTo("صور غير صحيحة");

        Made restored = Editor.made(EDITOR.restore(new Made(article.id(), 2, "WITHDRAWN")));
        EDITOR.publish(restored);
        assertThat(outcome(send(cancel))).as("an editor has decided since").isEqualTo("unchanged");
        assertThat(visible()).isOne();
    }

    @Test
    void whatIsCanceledIsFoundByItsIdHereAndByWhatItSaid() {
        Made article = made(send(ninjs("نص الخبر.", "\"pubStatus\": \"usable\"")));
        assertThat(outcome(send("{\"uri\": \"urn:uuid:" + article.id() + "\", \"pubStatus\": \"canceled\"}")))
                .isEqualTo("revised");
        database.reset();
        send(ninjs("نص الخبر.", "\"pubStatus\": \"usable\"").replace(URL, "urn:newsml:1"));
        assertThat(outcome(
                        send(ninjs("نص الخبر.", "\"pubStatus\": \"canceled\"").replace(URL, "urn:newsml:1"))))
                .isEqualTo("revised");
        assertThat(status()).containsExactly("WITHDRAWN");
    }

    /** Most cancellations are a name and nothing else. */
    @Test
    void whatIsCanceledIsFoundByWhatItsSourceCallsIt() {
        stream(line(1, "\"pubStatus\": \"usable\"").replace(url(1), "urn:newsml:afp.com:20250305:doc-1") + "\n"
                + line(2, "\"pubStatus\": \"usable\"").replace(url(2), "urn:newsml:afp.com:20250305:doc-2"));
        assertThat(outcome(send("{\"uri\": \"urn:newsml:afp.com:20250305:doc-2\", \"pubStatus\": \"canceled\"}")))
                .isEqualTo("revised");
        assertThat(database.list("select status from article order by id")).containsExactly("PUBLISHED", "WITHDRAWN");
    }

    @Test
    void anEmbargoOfWhatIsCanceledIsTakenOff() {
        send(ninjs("نص الخبر.", "\"embargoedUntil\": \"" + LATER + "\""));
        assertThat(outcome(send("{\"uri\": \"" + URL + "\", \"pubStatus\": \"canceled\"}")))
                .isEqualTo("revised");
        assertThat(database.list("select status || ' ' || coalesce(embargo_until::text, '-') from article"))
                .containsExactly("DRAFT -");
    }

    @Test
    void whatIsNotKnownCannotBeCanceled() {
        Response refused = send("{\"uri\": \"" + URL + "\", \"pubStatus\": \"canceled\"}");
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.path("error.code").toString()).isEqualTo("NOT_FOUND");
        assertThat(database.count("article")).isZero();
    }

    /** The services' accounts import; what readers have is for editors and admins to take back. */
    @Test
    void onlyTheNewsroomMovesArticlesThatAreKnown() {
        String service = Tokens.service();
        assertThat(send(service, ninjs("نص الخبر.", "\"pubStatus\": \"withheld\""))
                        .statusCode())
                .isEqualTo(201);
        assertThat(send(service, ninjs("نص الخبر.", "\"embargoedUntil\": \"" + LATER + "\""))
                        .statusCode())
                .isEqualTo(403);
        assertThat(status()).containsExactly("DRAFT");
        database.reset();
        send(service, ninjs("نص الخبر.", "\"pubStatus\": \"usable\""));
        Response refused = send(service, "{\"uri\": \"" + URL + "\", \"pubStatus\": \"canceled\"}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.path("error.code").toString()).isEqualTo("FORBIDDEN");
        assertThat(visible()).isOne();
    }

    @Test
    void aCorrectionComesWithItsNote() {
        String form = """
                {"headline": "أمطار قوية بجهة طنجة", "url": "%s", "outlet": "hespress", "language": "ar",
                 "publishedAt": "2025-03-05T18:10:00Z", "text": "بلغت التساقطات %d مليمترا.", "status": "%s" %s}
                """;
        send(form.formatted(URL, 30, "PUBLISHED", ""));
        String corrected = form.formatted(URL, 13, "CORRECTED", ", \"correctionNote\": \"الرقم الصحيح هو 13\"");
        assertThat(outcome(send(corrected))).isEqualTo("revised");
        assertThat(outcome(send(corrected))).isEqualTo("unchanged");
        JsonNode seen = Service.graphql(
                        Tokens.reader(), "{ articles { nodes { status corrections { note } blocks { text } } } }")
                .at("/data/articles/nodes/0");
        assertThat(seen.get("status").asText()).isEqualTo("CORRECTED");
        assertThat(seen.at("/corrections/0/note").asText()).isEqualTo("الرقم الصحيح هو 13");
        assertThat(seen.at("/blocks/0/text").asText()).contains("13");
    }

    /** An article may have a thousand of them, and others wait for it meanwhile. */
    @Test
    void earlierCorrectionsAreKnownWithoutReadingTheirTexts() {
        String form = """
                {"headline": "أمطار قوية بجهة طنجة", "url": "%s", "outlet": "hespress", "language": "ar",
                 "publishedAt": "2025-03-05T18:10:00Z", "text": "بلغت التساقطات %d مليمترا.", "status": "CORRECTED",
                 "corrections": [%s]}
                """;
        String one = "{\"note\": \"صحح اسم المدينة\"}";
        String two = "{\"note\": \"صحح اليوم\"}";
        String three = "{\"note\": \"الرقم الصحيح هو 13\"}";
        send(form.formatted(URL, 30, one));
        send(form.formatted(URL, 31, one + "," + two));
        send(form.formatted(URL, 32, one + "," + two + "," + two.replace("اليوم", "الشهر")));
        database.execute("update revision set blocks = '[{\"text\": {}}]' where version = 2");
        assertThat(outcome(send(form.formatted(URL, 13, one + "," + two + "," + three))))
                .isEqualTo("revised");
        assertThat(database.list("select corrections #>> '{0,note}' || ' ' || jsonb_array_length(corrections)"
                        + " from revision where version = 4"))
                .containsExactly("الرقم الصحيح هو 13 1");
    }

    /** In a stream the order counts, and one item that may not move its article fails alone. */
    @Test
    void streamsMoveArticlesInTheirOrder() {
        String body = String.join(
                "\n",
                line(1, "\"pubStatus\": \"usable\""),
                "{\"uri\": \"" + url(1) + "\", \"pubStatus\": \"canceled\", \"edNote\": \"خطأ\"}",
                line(2, "\"pubStatus\": \"usable\""),
                line(3, "\"pubStatus\": \"withheld\""),
                "{\"uri\": \"" + url(9) + "\", \"pubStatus\": \"canceled\"}",
                line(2, "\"embargoedUntil\": \"" + LATER + "\"").replace("نص", "متن"),
                line(4, "\"pubStatus\": \"usable\""));
        List<JsonNode> lines = stream(body);
        assertThat(lines)
                .extracting(line -> line.path("status").asText())
                .containsExactly("created", "revised", "created", "created", "failed", "failed", "created", "");
        assertThat(lines.get(4).at("/error/code").asText()).isEqualTo("NOT_FOUND");
        assertThat(lines.get(5).at("/error/code").asText()).isEqualTo("CONFLICT");
        assertThat(lines.getLast().path("failed").asInt()).isEqualTo(2);
        assertThat(database.list("select status from article order by id"))
                .containsExactly("WITHDRAWN", "PUBLISHED", "DRAFT", "PUBLISHED");
        assertThat(database.list("select last_id from feed_head")).containsExactly("4");
        JsonNode record =
                Service.json(Service.as(Tokens.editor()).get("/imports/states").asByteArray());
        assertThat(record.path("lastLine").asInt()).isEqualTo(7);
        assertThat(record.path("failed").asInt()).isEqualTo(2);
        assertThat(record.at("/failures/0/line").asInt()).isEqualTo(5);
    }

    /** A feed that has only a summary does not take away the text that an archive gave. */
    @Test
    void aSummaryNeverTakesTheTextAway() {
        String full = """
                {"headline": "خبر بملخص وحده", "url": "https://www.hespress.com/archive-2.html", "outlet": "hespress",
                 "language": "ar", "publishedAt": "2025-03-05T18:10:00Z",
                 "text": "الفقرة الأولى من الملخص.\\nالفقرة الثانية.\\nوهذه فقرة ثالثة لا يحملها الملخص، فيها تفاصيل الخبر كلها."}
                """;
        send(full);
        String summary = """
                <rss version="2.0"><channel><title>هسبريس</title><item><title>خبر بملخص وحده</title>
                <link>https://www.hespress.com/archive-2.html</link><description>الفقرة الأولى من الملخص.</description>
                </item></channel></rss>
                """;
        List<JsonNode> lines = lines(Service.as(Tokens.editor())
                .contentType("application/rss+xml")
                .body(summary.getBytes(StandardCharsets.UTF_8))
                .post("/imports"));
        assertThat(lines.getFirst().path("status").asText()).isEqualTo("unchanged");
        assertThat(outcome(send("""
                        {"uri": "https://www.hespress.com/archive-2.html", "headline": "خبر بملخص وحده",
                         "description_text": "الفقرة الأولى من الملخص."}
                        """))).isEqualTo("unchanged");
        assertThat(database.list("select jsonb_array_length(blocks)::text from revision"))
                .containsExactly("3");

        String longer =
                summary.replace("الملخص.", "الملخص. " + "وهذا ملخص صار أطول من النص الذي في الأرشيف. ".repeat(5));
        assertThat(lines(Service.as(Tokens.editor())
                                .contentType("application/rss+xml")
                                .body(longer.getBytes(StandardCharsets.UTF_8))
                                .post("/imports"))
                        .getFirst()
                        .path("status")
                        .asText())
                .isEqualTo("revised");
    }

    private static String url(int number) {
        return "https://www.hespress.com/items/" + number + ".html";
    }

    private static String line(int number, String members) {
        return ninjs("نص %1$d يحمل %1$d كلمات %1$d لا يشاركه فيها خبر آخر.".formatted(number), members)
                .replace(URL, url(number))
                .replace("عنوان الخبر", "عنوان الخبر رقم " + number)
                .replace("\n", " ");
    }

    private static String ninjs(String text, String members) {
        return """
                {"uri": "%s", "firstCreated": "2025-03-05T18:10:00Z", "language": "ar",
                 "headlines": [{"value": "عنوان الخبر"}], "bodies": [{"contentType": "text/plain", "value": "%s"}],
                 "infoSources": [{"name": "هسبريس"}], %s}
                """.formatted(URL, text, members);
    }

    private static Response send(String item) {
        return send(Tokens.editor(), item);
    }

    private static Response send(String token, String item) {
        return Service.as(token)
                .contentType("application/json")
                .body(item.getBytes(StandardCharsets.UTF_8))
                .post("/imports");
    }

    private static List<JsonNode> stream(String body) {
        return lines(Service.as(Tokens.editor())
                .contentType("application/x-ndjson")
                .headers(Map.of("Idempotency-Key", "states"))
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/imports"));
    }

    private static List<JsonNode> lines(Response answer) {
        return new String(answer.asByteArray(), StandardCharsets.UTF_8)
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

    private List<String> status() {
        return database.list("select status from article");
    }

    private static int visible() {
        return Service.graphql(Tokens.reader(), "{ articles { totalCount } }")
                .at("/data/articles/totalCount")
                .asInt();
    }
}
