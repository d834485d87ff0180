package org.khabar.article.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.khabar.article.search.SmallArchive.page;
import static org.khabar.article.search.SmallArchive.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Editor;
import org.khabar.article.testing.Editor.Made;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** Words that are suggested for mistyped ones. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SuggestionTest {

    private final Database database;

    SuggestionTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void smallArchive() {
        SmallArchive.importPages(database);
    }

    @AfterEach
    void emptyDatabase() {
        database.reset();
    }

    @Test
    void aMistypedWordIsSuggestedRight() {
        page("بيان ثان عن بغداد", "07 مارس 2024 10:00", "نص قصير آخر يذكر المدينة مرة ثانية دون تفاصيل كثيرة.");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(search(Tokens.reader(), Map.of("query", "قمة بغدد"))
                                .at("/suggestion")
                                .asText())
                        .isEqualTo("قمة بغداد"));
        assertThat(search(Tokens.reader(), Map.of("query", "بغداد"))
                        .at("/suggestion")
                        .isNull())
                .isTrue();
        assertThat(search(Tokens.reader(), Map.of("query", "وببغداد"))
                        .at("/suggestion")
                        .isNull())
                .isTrue();
    }

    @Test
    void aWordIsNotSuggestedOnceAllThatHaveItAreWithdrawn() {
        Editor editor = Editor.named();
        Made first = editor.published("صفقة الزبرجد الأولى", "نص أول عن الزبرجد وأسعاره في السوق.");
        Made second = editor.published("صفقة الزبرجد الثانية", "نص ثان عن الزبرجد وأسعاره في السوق.");
        Made third = editor.published("أخبار الكهرمان", "نص عن الكهرمان وأسعاره في السوق كل يوم.");
        awaitSuggestion("الزبرجذ", "الزبرجد");
        Made corrected = Editor.made(editor.correct(second, Map.of("headline", "صفقة الزبرجد الثالثة"), "عنوان أدق"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(database.list("select count(*) from search_new_words"))
                        .containsExactly("0"));
        assertThat(database.list("select documents from search_term where term like '%زبرجد%'"))
                .as("a correction counts no word twice")
                .containsOnly("2");

        editor.withdraw(first, "لم يتأكد");
        editor.withdraw(corrected, "لم يتأكد");
        awaitSuggestion("الزبرجذ", "null");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(database.list("select term from search_term where term like '%زبرجد%'"))
                        .isEmpty());
        assertThat(database.list("select documents from search_term where term like '%كهرمان%'"))
                .as("of " + third.id())
                .containsOnly("1");
    }

    @Test
    void aWordThatWasCountedBeforeIsNotSuggestedUnlessAnArticleHasIt() {
        database.execute("insert into search_term values ('ياقوتيه', 'ياقوتية', 40)");
        assertThat(search(Tokens.reader(), Map.of("query", "ياقوتيح"))
                        .at("/suggestion")
                        .isNull())
                .isTrue();
    }

    private static void awaitSuggestion(String query, String expected) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(search(Tokens.reader(), Map.of("query", query))
                                .at("/suggestion")
                                .asText())
                        .isEqualTo(expected));
    }

    @Test
    void wordsThatReadersMayNotSeeAreNotSuggested() {
        String kept = "select count(*) from (select unnest(words) as word from search_new_words"
                + " union all select term from search_term) as kept where word like '%زمردان%'";
        JsonNode draft = Service.graphql(Tokens.editor(), """
                mutation { createArticle(input: {headline: "صفقة زمردان", language: "ar", outlet: "hespress",
                  blocks: [{text: "تفاصيل عن زمردان لا يعرفها أحد بعد."}]}) { id version } }
                """).at("/data/createArticle");
        assertThat(database.list(kept)).containsExactly("0");

        Service.graphql(
                Tokens.editor(),
                "mutation { publishArticle(id: %s, version: 1) { status } }".formatted(draft.get("id")));
        assertThat(database.list(kept)).doesNotContain("0");
    }
}
