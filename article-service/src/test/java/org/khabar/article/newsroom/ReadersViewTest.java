package org.khabar.article.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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

/** What is not published, or no longer, shows through nowhere. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReadersViewTest {

    private static final Editor EDITOR = Editor.named();
    private static final String SECRET = "سري للغاية";

    private static final String EVERYTHING = """
            query($id: ID!, $representations: [_Any!]!) {
              article(id: $id) { headline }
              articles { totalCount nodes { headline } pageInfo { endCursor } }
              _entities(representations: $representations) { ... on Article { headline } }
            }
            """;

    private static final String HISTORY = """
            query($id: ID!) { article(id: $id) { version status embargoUntil withdrawalReason
              corrections { note version }
              revisions { totalCount nodes { version status headline author move note publicNote embargoUntil
                blocks { text }
                changes { since fields { field before after } blocks { type before after
                  edits { beforeStart beforeEnd removed inserted } } } } } } }
            """;

    private final Database database;

    ReadersViewTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
    }

    private static String seenBy(String token, String id) {
        JsonNode answer = Service.graphql(
                token,
                EVERYTHING,
                Map.of("id", id, "representations", List.of(Map.of("__typename", "Article", "id", id))));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.get("data").toString();
    }

    private static void assertUnseen(Made article) {
        for (String token : List.of(Tokens.reader(), Tokens.of("partner", "partner"), Tokens.service())) {
            assertThat(seenBy(token, article.id()))
                    .isEqualTo("{\"article\":null,\"articles\":{\"totalCount\":0,\"nodes\":[],"
                            + "\"pageInfo\":{\"endCursor\":null}},\"_entities\":[null]}");
        }
        assertThat(Service.feed("0", 0).toString()).doesNotContain(SECRET);
    }

    @Test
    void draftsScheduledAndWithdrawnArticlesAreNowhere() {
        Made draft = EDITOR.draft(SECRET, "نص " + SECRET);
        assertUnseen(draft);
        Made scheduled = Editor.made(EDITOR.schedule(draft, Instant.now().plusSeconds(3_600)));
        assertUnseen(scheduled);
        assertThat(Service.feed("0", 0)).isEmpty();
        Made published = Editor.made(EDITOR.publish(scheduled));
        assertThat(seenBy(Tokens.reader(), draft.id())).contains("\"totalCount\":1", SECRET);
        assertUnseen(Editor.made(EDITOR.withdraw(published, "نشر بالخطأ")));
    }

    @Test
    void aWithdrawalGoesOutAsADeletionWithItsReason() {
        Made published = EDITOR.published("خبر عن الميزانية", "نص الخبر عن الميزانية.");
        EDITOR.withdraw(published, "المصدر سحب البلاغ");

        JsonNode event = Service.feed("1", 0).get(0);
        assertThat(event.get("type").asText()).isEqualTo("org.khabar.article.withdrawn.v1");
        assertThat(event.get("method").asText()).isEqualTo("DELETE");
        assertThat(event.get("reason").asText()).isEqualTo("المصدر سحب البلاغ");
        assertThat(event.get("subject").asText()).isEqualTo(published.id());
        assertThat(event.has("data")).isFalse();
    }

    /** Who follows the feed from its start must not get the text that was taken back. */
    @Test
    void eventsFromBeforeAWithdrawalTellItsTextNoMore() {
        Made published = EDITOR.published(SECRET, "نص " + SECRET);
        Made revised = Editor.made(EDITOR.revise(published, Map.of("headline", SECRET + " ثان")));
        assertThat(Service.feed("0", 0).toString()).contains(SECRET);
        Made withdrawn = Editor.made(EDITOR.withdraw(revised, "نشر بالخطأ"));

        JsonNode events = Service.feed("0", 0);
        assertThat(events)
                .hasSize(3)
                .allMatch(event -> event.get("method").asText().equals("DELETE"));
        assertThat(events.toString()).doesNotContain(SECRET);
        Made restored = Editor.made(EDITOR.restore(withdrawn));
        Made clean = Editor.made(
                EDITOR.revise(restored, Map.of("headline", "عنوان نظيف", "blocks", Editor.blocks("نص نظيف"))));
        EDITOR.publish(clean);
        JsonNode again = Service.feed("0", 0);
        assertThat(again).hasSize(4);
        assertThat(again.toString()).doesNotContain(SECRET);
        assertThat(again.get(3).get("type").asText()).isEqualTo("org.khabar.article.published.v1");
        assertThat(again.get(3).at("/data/headline").asText()).isEqualTo("عنوان نظيف");
    }

    @Test
    void readersGetTheRevisionsThatWerePublishedAndEditorsAll() {
        Made draft = EDITOR.draft(SECRET, "نص " + SECRET);
        Made edited = Editor.made(
                EDITOR.revise(draft, Map.of("headline", "عنوان للنشر", "blocks", Editor.blocks("نص جاهز للنشر"))));
        Made published = Editor.made(EDITOR.publish(edited));
        EDITOR.correct(published, Map.of("blocks", Editor.blocks("نص مصحح للنشر")), "صححنا كلمة في الفقرة الأولى");

        JsonNode forReader = Service.graphql(Tokens.reader(), HISTORY, Map.of("id", draft.id()))
                .at("/data/article");
        assertThat(forReader.toString()).doesNotContain(SECRET, "\"editor\"", "راجعه رئيس التحرير", "CORRECT\"");
        assertThat(forReader.at("/revisions/totalCount").asInt()).isEqualTo(2);
        assertThat(forReader.at("/revisions/nodes").findValuesAsText("version")).containsExactly("4", "3");
        assertThat(forReader.at("/revisions/nodes/1/changes").isNull()).isTrue();
        assertThat(forReader.at("/revisions/nodes/0/changes/since").asInt()).isEqualTo(3);
        assertThat(forReader.at("/revisions/nodes/0/changes/blocks/0/edits").toString())
                .isEqualTo("[{\"beforeStart\":3,\"beforeEnd\":7,\"removed\":\"جاهز\",\"inserted\":\"مصحح\"}]");
        assertThat(forReader.get("corrections").toString())
                .isEqualTo("[{\"note\":\"صححنا كلمة في الفقرة الأولى\",\"version\":4}]");
        JsonNode forEditor = Service.graphql(Tokens.editor(), HISTORY, Map.of("id", draft.id()))
                .at("/data/article/revisions");
        assertThat(forEditor.get("totalCount").asInt()).isEqualTo(4);
        assertThat(forEditor.get("nodes").findValuesAsText("move"))
                .containsExactly("CORRECT", "PUBLISH", "REVISE", "CREATE");
        assertThat(forEditor.at("/nodes/1/note").asText()).isEqualTo("راجعه رئيس التحرير");
        assertThat(forEditor.at("/nodes/1/changes/fields").findValuesAsText("field"))
                .contains("status");
        assertThat(forEditor.at("/nodes/2/changes/fields/0/before").asText()).isEqualTo(SECRET);
    }

    @Test
    void whatReadersSawBeforeAWithdrawalStaysOutOfSightWhenTheArticleComesBack() {
        Made published = EDITOR.published(SECRET, "نص " + SECRET);
        Made corrected = Editor.made(EDITOR.correct(published, Map.of(), "تصحيح فيه " + SECRET));
        Made withdrawn = Editor.made(EDITOR.withdraw(corrected, "نشر بالخطأ"));
        Made clean = Editor.made(EDITOR.revise(
                Editor.made(EDITOR.restore(withdrawn)),
                Map.of("headline", "عنوان نظيف", "blocks", Editor.blocks("نص نظيف"))));
        EDITOR.publish(clean);

        JsonNode forReader = Service.graphql(Tokens.reader(), HISTORY, Map.of("id", clean.id()))
                .at("/data/article");
        assertThat(forReader.toString()).doesNotContain(SECRET);
        assertThat(forReader.get("status").asText()).isEqualTo("PUBLISHED");
        assertThat(forReader.at("/revisions/totalCount").asInt()).isEqualTo(1);
        assertThat(forReader.get("corrections")).isEmpty();
    }

    @Test
    void comparisonsAreBounded() {
        EDITOR.draft("مسودة كثيرة الصيغ", "نص.");
        EDITOR.draft("مسودة أخرى", "نص آخر.");
        database.execute("""
                insert into revision (article_id, version, outlet_id, headline, language, kind, status, published_at,
                  blocks, author, created_at)
                select article_id, n, outlet_id, headline, language, kind, status, published_at, blocks, author,
                  created_at from revision, generate_series(2, 60) n
                """);
        String query = "{ articles { nodes { revisions(first: %d) { nodes { changes { since } } } } } }";

        JsonNode fits = Service.graphql(Tokens.editor(), query.formatted(50));
        assertThat(fits.has("errors")).as(fits.toString()).isFalse();
        assertThat(fits.findValues("since")).hasSize(100);
        JsonNode refused = Service.graphql(Tokens.editor(), query.formatted(51));
        assertThat(Editor.code(refused)).isEqualTo("LIMIT_EXCEEDED");
        assertThat(refused.at("/errors/0/message").asText()).contains("102 revisions", "the limit is 100");
    }
}
