package org.khabar.article.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** What articles hold beside their text. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class MediaAndSubjectsTest {

    private static final String IMPORT = """
            mutation ($input: ImportArticleInput!) {
              importArticle(input: $input) {
                status
                article { id kind version subjects { code } media { type caption creditLine renditions { href contentType width height } } }
              }
            }
            """;
    private static final Map<String, ?> PICTURE = Map.of(
            "type", "PICTURE",
            "caption", "سد بين الويدان",
            "creditLine", "و.م.ع",
            "renditions",
                    List.of(
                            Map.of(
                                    "href",
                                    "https://img.example.com/سد.jpg",
                                    "contentType",
                                    "image/jpeg",
                                    "width",
                                    1200,
                                    "height",
                                    800),
                            Map.of("href", "https://img.example.com/small.webp")));

    private final Database database;

    MediaAndSubjectsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
    }

    @AfterEach
    void emptyDatabaseAgain() {
        database.reset();
    }

    @Test
    void aPageThatSaysNothingOfThemTakesNoneAway() {
        importPage(1, Map.of("subjects", List.of("20000344", "medtop:20000574"), "media", List.of(PICTURE)));
        Service.importPage(Pages.numbered(1) + "\nفقرة ثانية أضيفت إلى الخبر بعد نشره بساعة.\n");

        JsonNode article = articles("").get(0);
        assertThat(article.get("version").asInt()).isEqualTo(2);
        assertThat(article.at("/subjects/1/code").asText()).isEqualTo("medtop:20000574");
        assertThat(article.at("/media/0/renditions/0/href").asText()).isEqualTo("https://img.example.com/سد.jpg");
    }

    @Test
    void theSameAgainChangesNothingAndOthersAreARevision() {
        Map<String, ?> first = Map.of("subjects", List.of("20000344"), "media", List.of(PICTURE));
        importPage(1, first);
        assertThat(importPage(1, first).at("/data/importArticle/status").asText())
                .isEqualTo("UNCHANGED");
        JsonNode changed = importPage(1, Map.of("subjects", List.of("20000574"), "media", List.of()));

        assertThat(changed.at("/data/importArticle/status").asText()).isEqualTo("REVISED");
        JsonNode revisions = Service.graphql(
                        Tokens.reader(),
                        "{ articles { nodes { revisions { nodes { version subjects { code } media { caption } } } } } }")
                .at("/data/articles/nodes/0/revisions/nodes");
        assertThat(revisions.get(0).at("/subjects/0/code").asText()).isEqualTo("medtop:20000574");
        assertThat(revisions.get(0).at("/media")).isEmpty();
        assertThat(revisions.get(1).at("/subjects/0/code").asText()).isEqualTo("medtop:20000344");
        assertThat(revisions.get(1).at("/media/0/caption").asText()).isEqualTo("سد بين الويدان");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            "medtop:04000000"             ; 1
            "20000344"                    ; 1
            "medtop:11000000", "04000000" ; 2
            "medtop:15000000"             ; 0
            "29999999"                    ; 1
            """)
    void aBroaderSubjectFindsThoseBelowIt(String codes, int found) {
        importPage(1, Map.of("subjects", List.of("20000344")));
        importPage(2, Map.of("subjects", List.of("20000574")));
        importPage(3, Map.of("subjects", List.of("29999999")));
        importPage(4, Map.of());

        assertThat(articles("(filter: {subjects: [" + codes + "]})")).hasSize(found);
    }

    @Test
    void noSubjectIsWantedByAnEmptyList() {
        importPage(1, Map.of("subjects", List.of("20000344")));
        assertThat(articles("(filter: {subjects: []})")).isEmpty();
    }

    @Test
    void articlesOfASubjectAreCounted() {
        importPage(1, Map.of("subjects", List.of("20000344")));
        importPage(2, Map.of("subjects", List.of("20000574")));
        assertThat(Service.graphql(
                                Tokens.reader(),
                                "{ articles(filter: {subjects: [\"04000000\"], kinds: [NEWS]}) { totalCount } }")
                        .at("/data/articles/totalCount")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void theKindThatIsToldIsTheKind() {
        JsonNode answer = Service.graphql(
                Tokens.editor(),
                "mutation ($text: String!) { importArticle(input: {text: $text, kind: CARTOON})"
                        + " { article { kind } provenance { field source } } }",
                Map.of("text", Pages.numbered(1)));
        assertThat(answer.at("/data/importArticle/article/kind").asText()).isEqualTo("CARTOON");
        assertThat(answer.at("/data/importArticle/provenance").toString())
                .contains("{\"field\":\"kind\",\"source\":\"ARGUMENT\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"economy", "medtop:4", "subj:04000000"})
    void codesThatAreNoneAreRefused(String code) {
        assertRefused(importPage(1, Map.of("subjects", List.of(code))), "BAD_USER_INPUT", "is no code of a subject");
        JsonNode list = Service.graphql(
                Tokens.reader(),
                "query ($codes: [String!]) { articles(filter: {subjects: $codes}) { totalCount } }",
                Map.of("codes", List.of(code)));
        assertRefused(list, "BAD_USER_INPUT", "is no code of a subject");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://example.com/a.jpg",
                "//example.com/a.jpg",
                "https://user:secret@example.com/a.jpg",
                "https:///a.jpg",
                "data:image/png;base64,AAAA",
                ""
            })
    void linksThatAreNoneOfTheWebAreRefused(String href) {
        assertRefused(importPage(1, Map.of("media", List.of(media(Map.of("href", href))))), "BAD_USER_INPUT", "url");
    }

    @Test
    void formsThatCannotBeAreRefused() {
        String href = "https://example.com/a.jpg";
        assertRefused(
                importPage(1, Map.of("media", List.of(media(Map.of("href", href, "width", 0))))),
                "BAD_USER_INPUT",
                "media[0]: A rendition's width is 0");
        assertRefused(
                importPage(1, Map.of("media", List.of(media(Map.of("href", href, "contentType", "image"))))),
                "BAD_USER_INPUT",
                "contentType");
        assertRefused(
                importPage(1, Map.of("media", List.of(Map.of("type", "VIDEO", "renditions", List.of())))),
                "BAD_USER_INPUT",
                "rendition");
        assertThat(database.count("article")).isZero();
    }

    @Test
    void tooMuchOfAnythingIsRefused() {
        Map<String, ?> medium = media(Map.of("href", "https://example.com/a.jpg"));
        assertRefused(
                importPage(1, Map.of("media", Collections.nCopies(51, medium))),
                "LIMIT_EXCEEDED",
                "51 media; the limit is 50");
        Map<String, ?> large = Map.of(
                "type", "PICTURE", "renditions", Collections.nCopies(21, Map.of("href", "https://example.com/a.jpg")));
        assertRefused(importPage(1, Map.of("media", List.of(large))), "LIMIT_EXCEEDED", "21 renditions");
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            codes.add("2100%04d".formatted(i));
        }
        assertRefused(importPage(1, Map.of("subjects", codes)), "LIMIT_EXCEEDED", "51 subjects; the limit is 50");
        Map<String, ?> told = Map.of(
                "type",
                "PICTURE",
                "caption",
                "ص".repeat(5001),
                "renditions",
                List.of(Map.of("href", "https://example.com/a.jpg")));
        assertRefused(importPage(1, Map.of("media", List.of(told))), "LIMIT_EXCEEDED", "caption has 5001 characters");
        assertThat(database.count("article")).isZero();
    }

    private static Map<String, ?> media(Map<String, ?> rendition) {
        return Map.of("type", "PICTURE", "renditions", List.of(rendition));
    }

    private static JsonNode importPage(int number, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("text", Pages.numbered(number));
        return Service.graphql(Tokens.editor(), IMPORT, Map.of("input", input));
    }

    private static JsonNode articles(String arguments) {
        return Service.graphql(
                        Tokens.reader(),
                        "{ articles" + arguments
                                + " { nodes { version subjects { code } media { renditions { href } } } } }")
                .at("/data/articles/nodes");
    }

    private static void assertRefused(JsonNode answer, String code, String message) {
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo(code);
        assertThat(answer.at("/errors/0/message").asText()).contains(message);
    }
}
