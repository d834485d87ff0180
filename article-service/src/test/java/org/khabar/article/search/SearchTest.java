package org.khabar.article.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khabar.article.search.SmallArchive.DAM;
import static org.khabar.article.search.SmallArchive.IRAQI;
import static org.khabar.article.search.SmallArchive.error;
import static org.khabar.article.search.SmallArchive.filtered;
import static org.khabar.article.search.SmallArchive.headlines;
import static org.khabar.article.search.SmallArchive.page;
import static org.khabar.article.search.SmallArchive.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** What readers find, in a small archive of three languages. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SearchTest {

    private final Database database;

    SearchTest(Database database) {
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "سد|افتتاح سد",
                "للسدود|قمة بغداد",
                "العراق|قمة بغداد",
                "عراقي|الشركة العراقية",
                "بغداد|قمة بغداد,الشركة العراقية",
                "بغداد -حافلات|قمة بغداد",
                "بغداد OR الحسيمة|قمة بغداد,افتتاح سد,الشركة العراقية",
                "سد أو حافلة|افتتاح سد,الشركة العراقية",
                "\"التعاون وبالعراق خاصة\"|قمة بغداد",
                "\"بالماء الصالح\"|افتتاح سد",
                "\"الصالح بالماء\"|",
                "\"دول الجوار اجتمع\"|",
                "الوزير|افتتاح سد",
                "وزير السد الجديد|افتتاح سد",
                "Algerie|Les élections",
                "l’Algérie|Les élections",
                "election locale|Les élections",
                "autorite portuaire|Le port",
                "train|Amman plans",
                "railway|Amman plans",
                "the railways|Amman plans",
                "كلمة لا توجد|",
            })
    void readersFind(String query, @Nullable String expected) {
        List<String> wanted = expected == null ? List.of() : List.of(expected.split(","));
        List<String> found = headlines(search(Tokens.reader(), Map.of("query", query)));
        assertThat(found).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(found.get(i)).startsWith(wanted.get(i));
        }
    }

    @Test
    void aHeadlineComesBeforeATextAndWordsAsTypedBeforeOtherForms() {
        page("زيارة رسمية إلى ميناء الجرف", "01 يناير 2020 10:00", "وصل الوفد إلى المكان بعد الظهر وغادره في المساء.");
        page("زيارة إلى الموانئ", "01 يناير 2021 10:00", "زار الوفد عدة أماكن، ثم عاد.", "وختم بكلمة عن ميناء صغير.");
        page("جولة في المدينة", "01 يناير 2022 10:00", "زار الوفد عدة أماكن، ثم عاد.", "ومر بالميناء قبل الرحيل.");
        JsonNode found = search(Tokens.reader(), Map.of("query", "ميناء"));
        assertThat(headlines(found))
                .containsExactly("زيارة رسمية إلى ميناء الجرف", "زيارة إلى الموانئ", "جولة في المدينة");
        assertThat(found.at("/edges").findValues("score").stream().map(JsonNode::asDouble))
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(headlines(search(Tokens.reader(), Map.of("query", "ميناء", "sort", "NEWEST"))))
                .containsExactly("جولة في المدينة", "زيارة إلى الموانئ", "زيارة رسمية إلى ميناء الجرف");
    }

    @Test
    void highlightsAreTheWordsAsTheyStand() {
        JsonNode edge = search(Tokens.reader(), Map.of("query", "\"بالعراق خاصة\" مياه"))
                .at("/edges/0");
        List<String> marked = new ArrayList<>();
        edge.at("/highlights")
                .forEach(highlight -> marked.add(text(edge, highlight)
                        .substring(
                                highlight.at("/start").asInt(),
                                highlight.at("/end").asInt())));
        assertThat(marked).containsExactly("المياه", "مياه", "وبالعراق", "خاصة", "المياه");
        assertThat(edge.at("/highlights/0/field").asText()).isEqualTo("HEADLINE");
        assertThat(edge.at("/highlights/2/block").asInt()).isEqualTo(1);
    }

    private static String text(JsonNode edge, JsonNode highlight) {
        return highlight.at("/field").asText().equals("HEADLINE")
                ? edge.at("/node/headline").asText()
                : edge.at("/node/blocks/" + highlight.at("/block").asInt() + "/text")
                        .asText();
    }

    @Test
    void revisedTextIsFoundAsItIsNow() {
        page(IRAQI, "03 مارس 2024 10:00", "تسلمت الشركة القطارات في بغداد وستشتغل في خطوط تربط بين المدن الكبرى.");
        assertThat(headlines(search(Tokens.reader(), Map.of("query", "القطارات"))))
                .containsExactly(IRAQI);
        assertThat(headlines(search(Tokens.reader(), Map.of("query", "تسلمت الحافلات"))))
                .containsExactly(IRAQI);
        assertThat(headlines(search(Tokens.reader(), Map.of("query", "\"الحافلات في بغداد\""))))
                .isEmpty();
    }

    @Test
    void whatIsNotPublishedDoesNotExistForReaders() {
        for (String status : List.of("DRAFT", "SCHEDULED", "WITHDRAWN")) {
            database.execute("update article set status = '%s' where headline = '%s'".formatted(status, DAM));
            database.execute("update article_search set status = '%s' where article_id in".formatted(status)
                    + " (select id from article where headline = '%s')".formatted(DAM));
            JsonNode found = search(Tokens.reader(), Map.of("query", "الحسيمة"));
            assertThat(headlines(found)).isEmpty();
            assertThat(found.at("/totalCount/value").asInt()).isZero();
            assertThat(headlines(search(Tokens.reader(), filtered("الحسيمة", Map.of("statuses", List.of(status))))))
                    .isEmpty();
            assertThat(headlines(search(Tokens.editor(), Map.of("query", "الحسيمة"))))
                    .containsExactly(DAM);
        }
    }

    @Test
    void oddQueriesAreAnswered() {
        for (String query : List.of("", "-سد", "((\"", "& | ! <->", "\u0000'", "OR OR", "؟؟؟")) {
            JsonNode found = search(Tokens.reader(), Map.of("query", query));
            assertThat(found.at("/edges").isArray()).isTrue();
            assertThat(found.at("/edges")).hasSize(query.isEmpty() ? 6 : 0);
        }
        assertThat(search(Tokens.reader(), Map.of("query", "-سد"))
                        .at("/warnings/0")
                        .asText())
                .isEqualTo("The query asks for no word.");
    }

    @Test
    void limitsAreNamed() {
        assertThat(error(Map.of("query", "س".repeat(501)))).contains("LIMIT_EXCEEDED", "the limit is 500.");
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            many.add("x" + i);
        }
        assertThat(error(filtered("سد", Map.of("languages", many)))).contains("LIMIT_EXCEEDED", "languages has 101");
        assertThat(error(filtered("سد", Map.of("languages", List.of("\u0000")))))
                .contains("BAD_USER_INPUT");
        assertThat(error(Map.of("query", "سد", "after", "bm9uZQ"))).contains("BAD_USER_INPUT", "after");
        String cursor = search(Tokens.reader(), Map.of("query", "سد"))
                .at("/edges/0/cursor")
                .asText();
        assertThat(error(Map.of("query", "سد", "sort", "NEWEST", "after", cursor)))
                .contains("BAD_USER_INPUT", "after");
        String words = "سد ".repeat(40);
        assertThat(search(Tokens.reader(), Map.of("query", words))
                        .at("/warnings/0")
                        .asText())
                .isEqualTo("Only the first 32 words count.");
        assertThat(facetError("histogram(interval: DAY, timeZone: \"Mars\") { count }"))
                .contains("BAD_USER_INPUT");
        assertThat(facetError("entities(first: 1001) { count }")).contains("LIMIT_EXCEEDED");
        assertThat(facetError("outlets(first: -1) { count }")).contains("BAD_USER_INPUT");
    }

    private static String facetError(String facet) {
        return Service.graphql(Tokens.reader(), "{ searchArticles(query: \"سد\") { facets { %s } } }".formatted(facet))
                .at("/errors/0")
                .toString();
    }
}
