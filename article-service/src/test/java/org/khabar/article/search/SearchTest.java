package org.khabar.article.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Editor;
import org.khabar.article.testing.Editor.Made;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** What readers find, in a small archive of three languages. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SearchTest {

    private static final String DAM = "افتتاح سد جديد قرب الحسيمة بعد سنوات من الأشغال";
    private static final String IRAQ = "قمة بغداد تبحث ملف المياه مع دول الجوار";
    private static final String IRAQI = "الشركة العراقية للنقل تقتني حافلات جديدة هذا العام";
    private static final String PORT = "Le port de Tanger bat un nouveau record de trafic";
    private static final String ALGERIA = "Les élections locales en préparation dans tout le pays";
    private static final String RAIL = "Amman plans a new railway to the northern border";

    private static final String SEARCH = """
            query ($query: String!, $filter: ArticleSearchFilter, $sort: ArticleSearchSort, $first: Int, $after: String) {
              searchArticles(query: $query, filter: $filter, sort: $sort, first: $first, after: $after) {
                totalCount { value relation } suggestion warnings
                pageInfo { hasNextPage endCursor }
                edges { score cursor node { id headline blocks { text } }
                  highlights { field block start end } }
              }
            }""";

    private final Database database;

    SearchTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void importPages() {
        database.reset();
        database.execute("truncate search_new_words, search_term");
        page(DAM, "01 مارس 2024 10:00", "قال وزير التجهيز إن السد الجديد سيزود المدينة بالماء الصالح للشرب لسنوات.");
        page(
                IRAQ,
                "02 مارس 2024 10:00",
                "اجتمع الوزراء في العاصمة لبحث تقاسم مياه الأنهار بين البلدان المجاورة طيلة يومين.",
                "وأكد البيان الختامي أن التعاون (وبالعراق خاصة) سيتواصل في مجال المياه والري والسدود.");
        page(IRAQI, "03 مارس 2024 10:00", "تسلمت الشركة الحافلات في بغداد وستشتغل في خطوط تربط بين المدن الكبرى.");
        page(
                PORT,
                "04 mars 2024 10:00",
                "Le trafic de conteneurs a progressé de dix pour cent, selon l'autorité portuaire de la ville.");
        page(
                ALGERIA,
                "05 mars 2024 10:00",
                "Les électeurs de l'Algérie choisiront leurs élus locaux à l'automne, a annoncé le ministère.");
        page(
                RAIL,
                "06 March 2024 10:00",
                "The railways authority said that trains would run twice a day to the border by next spring.");
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
    void filtersNarrow() {
        assertThat(headlines(search(Tokens.reader(), filtered("", Map.of("languages", List.of("fr"))))))
                .containsExactly(ALGERIA, PORT);
        assertThat(headlines(
                        search(Tokens.reader(), filtered("بغداد", Map.of("publishedBefore", "2024-03-03T00:00:00Z")))))
                .containsExactly(IRAQ);
        assertThat(headlines(
                        search(Tokens.reader(), filtered("بغداد", Map.of("publishedFrom", "2024-03-03T00:00:00Z")))))
                .containsExactly(IRAQI);
        assertThat(headlines(search(Tokens.reader(), filtered("بغداد", Map.of("outlets", List.of("le360"))))))
                .isEmpty();
        assertThat(headlines(search(Tokens.reader(), filtered("بغداد", Map.of("kinds", List.of("OPINION"))))))
                .isEmpty();
        assertThat(headlines(search(Tokens.reader(), filtered("بغداد", Map.of("kinds", List.of())))))
                .isEmpty();
        assertThat(headlines(
                        search(Tokens.reader(), filtered("بغداد", Map.of("publishedFrom", "0000-01-01T00:00:00Z")))))
                .hasSize(2);
    }

    @Test
    void entitiesNarrow() {
        names(DAM, "hoceima");
        names(IRAQ, "baghdad");
        names(IRAQ, "water");
        names(IRAQI, "baghdad");
        assertThat(entities("any", "baghdad", "hoceima")).containsExactly(IRAQI, IRAQ, DAM);
        assertThat(entities("all", "baghdad", "water")).containsExactly(IRAQ);
        assertThat(entities("none", "baghdad")).containsExactly(RAIL, ALGERIA, PORT, DAM);
    }

    private List<String> entities(String member, String... ids) {
        Map<String, Object> filter = Map.of("entities", Map.of(member, List.of(ids)));
        return headlines(search(Tokens.reader(), filtered("", filter)));
    }

    private void names(String headline, String entity) {
        database.execute("""
                insert into article_entity (article_id, entity_id, entity_type, salience, mention_count)
                select id, '%s', 'PLACE', 0.5, 1 from article where headline = '%s'
                """.formatted(entity, headline));
    }

    @Test
    void facetsCountAllMatches() {
        names(IRAQ, "baghdad");
        names(IRAQI, "baghdad");
        names(IRAQ, "water");
        JsonNode facets = Service.graphql(Tokens.reader(), """
                { searchArticles(query: "بغداد OR الحسيمة OR Tanger", first: 1) { facets { sampled
                  outlets { outlet { code } count } languages { value count } kinds { value count }
                  entities(first: 1) { entityId count } subjects { value }
                  days: histogram(interval: DAY, timeZone: "Africa/Casablanca") { start count }
                  years: histogram(interval: YEAR) { start count } } } }""").at("/data/searchArticles/facets");
        assertThat(facets.at("/sampled").asBoolean()).isFalse();
        assertThat(facets.at("/outlets").toString()).isEqualTo("[{\"outlet\":{\"code\":\"hespress\"},\"count\":4}]");
        assertThat(facets.at("/languages").toString())
                .isEqualTo("[{\"value\":\"ar\",\"count\":3},{\"value\":\"fr\",\"count\":1}]");
        assertThat(facets.at("/kinds").toString()).isEqualTo("[{\"value\":\"NEWS\",\"count\":4}]");
        assertThat(facets.at("/entities").toString()).isEqualTo("[{\"entityId\":\"baghdad\",\"count\":2}]");
        assertThat(facets.at("/subjects").size()).isZero();
        assertThat(facets.at("/days")).hasSize(4);
        assertThat(facets.at("/years").toString()).isEqualTo("[{\"start\":\"2024-01-01T00:00:00Z\",\"count\":4}]");
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

    @Test
    void aBroaderSubjectFindsWhatIsBelowItAsInLists() {
        JsonNode imported = Service.graphql(
                Tokens.editor(),
                "mutation($input: ImportArticleInput!) { importArticle(input: $input) { status } }",
                Map.of(
                        "input",
                        Map.of(
                                "text",
                                Pages.of("معرض للفن", "07 مارس 2024 10:00", "نص عن معرض كبير للفن في المدينة القديمة."),
                                "subjects",
                                List.of("medtop:20000002"))));
        assertThat(imported.at("/errors").isMissingNode())
                .as(imported.toString())
                .isTrue();

        assertThat(headlines(search(Tokens.reader(), filtered("", Map.of("subjects", List.of("medtop:01000000"))))))
                .containsExactly("معرض للفن");
        assertThat(error(filtered("", Map.of("subjects", List.of("art"))))).contains("BAD_USER_INPUT");
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

    private static String error(Map<String, ?> variables) {
        return Service.graphql(Tokens.reader(), SEARCH, variables)
                .at("/errors/0")
                .toString();
    }

    private static Map<String, Object> filtered(String query, Map<String, ?> filter) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("query", query);
        variables.put("filter", filter);
        return variables;
    }

    private static JsonNode search(String token, Map<String, ?> variables) {
        JsonNode answer = Service.graphql(token, SEARCH, variables);
        assertThat(answer.at("/errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.at("/data/searchArticles");
    }

    private static List<String> headlines(JsonNode found) {
        List<String> headlines = new ArrayList<>();
        found.at("/edges")
                .forEach(edge -> headlines.add(edge.at("/node/headline").asText()));
        return headlines;
    }

    private static void page(String headline, String date, String... paragraphs) {
        assertThat(Service.importPage(Pages.of(headline, date, paragraphs)).statusCode())
                .isBetween(200, 201);
    }
}
