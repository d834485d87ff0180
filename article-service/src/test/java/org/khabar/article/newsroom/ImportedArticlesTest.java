package org.khabar.article.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Editor;
import org.khabar.article.testing.Editor.Made;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** Imports of pages of articles that the newsroom works on. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ImportedArticlesTest {

    private static final Editor EDITOR = Editor.named();
    private static final Map<String, String> URL = Map.of("url", "https://www.hespress.com/rain-1.html");

    private final Database database;

    ImportedArticlesTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
    }

    private static String page(String paragraph) {
        return Pages.of("أمطار قوية بجهة طنجة", "17 مارس 2024 10:30", paragraph);
    }

    private static Made imported(String paragraph) {
        JsonPath answer = Service.importPage(page(paragraph), URL).jsonPath();
        return new Made(answer.getString("id"), answer.getInt("version"), answer.getString("status"));
    }

    @Test
    void aWithdrawnArticleStaysWithdrawn() {
        Made article = imported("هطلت أمطار قوية بجهة طنجة مساء أمس السبت.");
        EDITOR.withdraw(article, "صور غير صحيحة");
        Made again = imported("هطلت أمطار غزيرة بجهة طنجة مساء أمس السبت.");

        assertThat(again.id()).isEqualTo(article.id());
        assertThat(again.status()).isEqualTo("revised");
        assertThat(again.version()).isEqualTo(3);
        assertThat(database.list("select status from article")).containsExactly("WITHDRAWN");
        assertThat(database.list("select move || ' ' || status from revision order by version"))
                .containsExactly("IMPORT PUBLISHED", "WITHDRAW WITHDRAWN", "IMPORT WITHDRAWN");
        assertThat(database.count("feed_event")).isEqualTo(2);
        assertThat(Service.graphql(Tokens.reader(), "{ articles { totalCount } }")
                        .at("/data/articles/totalCount")
                        .asInt())
                .isZero();
    }

    @Test
    void anEmbargoOutlivesAnImportOfTheSameArticle() {
        Made article = imported("نص أول عن الأمطار القوية.");
        Made draft = Editor.made(EDITOR.restore(Editor.made(EDITOR.withdraw(article, "إعادة صياغة"))));
        EDITOR.schedule(draft, Instant.now().plusSeconds(3_600));
        imported("نص ثان عن الأمطار القوية.");

        assertThat(database.list("select status || ' ' || (embargo_until is not null) from article"))
                .containsExactly("SCHEDULED true");
        assertThat(database.count("feed_event")).isEqualTo(2);
    }

    /** Otherwise the next pull of the same page would bring the mistake back. */
    @Test
    void aPageThatHasNotChangedDoesNotUndoACorrection() {
        Made article = imported("بلغت التساقطات 30 مليمترا.");
        Made corrected = Editor.made(EDITOR.correct(
                article, Map.of("blocks", Editor.blocks("بلغت التساقطات 13 مليمترا.")), "الرقم الصحيح هو 13"));
        Made again = imported("بلغت التساقطات 30 مليمترا.");

        assertThat(again.status()).isEqualTo("unchanged");
        assertThat(again.version()).isEqualTo(corrected.version());
        assertThat(database.count("feed_event")).isEqualTo(2);
    }

    @Test
    void aPageThatHasChangedIsARevisionOfTheCorrectedArticle() {
        Made article = imported("بلغت التساقطات 30 مليمترا.");
        EDITOR.correct(article, Map.of("blocks", Editor.blocks("بلغت التساقطات 13 مليمترا.")), "الرقم الصحيح هو 13");
        Made again = imported("بلغت التساقطات 13 مليمترا حسب المديرية.");

        assertThat(again.status()).isEqualTo("revised");
        JsonNode seen = Service.graphql(
                        Tokens.reader(),
                        "query($id: ID!) { article(id: $id) { status corrections { note } blocks { text } } }",
                        Map.of("id", article.id()))
                .at("/data/article");
        assertThat(seen.get("status").asText()).isEqualTo("CORRECTED");
        assertThat(seen.at("/corrections/0/note").asText()).isEqualTo("الرقم الصحيح هو 13");
        assertThat(seen.at("/blocks/0/text").asText()).contains("المديرية");
    }

    /** An editor and imports at the same article at once: each is done whole or told why not, and no version is lost. */
    @Test
    void importsAndEditorsDoNotFail() throws Exception {
        Made article = imported("نص أول عن الأمطار.");
        List<JsonNode> refused = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<List<Integer>> imports = threads.submit(() -> {
                List<Integer> codes = new ArrayList<>();
                for (int i = 0; i < 40; i++) {
                    codes.add(Service.importPage(page("نص رقم " + i + " عن الأمطار."), URL)
                            .statusCode());
                }
                return codes;
            });
            Made known = article;
            for (int i = 0; i < 40; i++) {
                JsonNode answer = EDITOR.revise(known, Map.of("headline", "أمطار قوية بجهة طنجة، صيغة " + i));
                if (answer.has("errors")) {
                    refused.add(answer);
                    int current =
                            answer.at("/errors/0/extensions/currentVersion").asInt();
                    known = new Made(known.id(), current, known.status());
                } else {
                    known = Editor.made(answer);
                }
            }
            assertThat(imports.get()).containsOnly(200);
        }
        assertThat(refused).extracting(Editor::code).allMatch("CONFLICT"::equals);
        int version =
                Integer.parseInt(database.list("select version from article").getFirst());
        assertThat(version).isEqualTo(1 + 40 + 40 - refused.size());
        assertThat(database.count("revision")).isEqualTo(version);
        assertThat(database.count("feed_event")).isEqualTo(version);
    }
}
