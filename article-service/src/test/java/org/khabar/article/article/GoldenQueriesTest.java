package org.khabar.article.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/**
 * Every query in {@code queries} gives the answer in {@code expectations}, once three pages are imported. Ids, cursors
 * and times of storing are masked. Run with {@code -Dfixtures.update=true} to write the answers anew.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class GoldenQueriesTest {

    private static final Path QUERIES = Path.of("src/test/resources/queries");
    private static final Path EXPECTATIONS = Path.of("src/test/resources/expectations");
    private static final List<String> PAGES =
            List.of("ar-bulleted-headings", "fr-published-and-modified", "en-agency-story");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;

    GoldenQueriesTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void importPages() {
        database.reset();
        PAGES.forEach(page -> Service.importPage(Pages.read(page)));
        Service.importPage(Pages.read("ar-bulleted-headings").replace("داخل أجل شهرين", "داخل أجل ثلاثة أشهر"));
    }

    static Stream<Path> queries() throws IOException {
        return Files.list(QUERIES).sorted();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void queryGivesItsAnswer(Path query) throws IOException {
        String document = Files.readString(query);
        String token = token(document);
        String article = database.list("select id from article order by published_at limit 1")
                .getFirst();
        Map<String, String> variables = Map.of("page", Pages.read("ar-levantine-list"), "article", article);
        String answer = masked(Service.graphql(token, document, variables));
        Path expectation = EXPECTATIONS.resolve(query.getFileName().toString().replace(".graphql", ".json"));
        if (Boolean.getBoolean("fixtures.update")) {
            Files.writeString(expectation, answer + "\n");
        }
        assertThat(answer).isEqualTo(Files.readString(expectation).strip());
    }

    private static String token(String document) {
        return switch (document.lines().findFirst().orElse("")) {
            case "# as editor" -> Tokens.editor();
            case "# as moderator" -> Tokens.of("moderator", "reader", "moderator");
            default -> Tokens.reader();
        };
    }

    private static String masked(JsonNode answer) throws IOException {
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
        return text.replaceAll("(\"(?:updatedAt|createdAt)\" : )\"[^\"]+\"", "$1\"<time>\"")
                .replaceAll("(\"\\w*[cC]ursor\" : )\"[^\"]+\"", "$1\"<cursor>\"")
                .replaceAll("\"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}\"", "\"<id>\"");
    }
}
