package org.khabar.article.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** HTML pages become articles, over HTTP and over GraphQL. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HtmlImportTest {

    private static final Path PAGE = Path.of("src/test/resources/html/ar-maghreb-json-ld-graph.html");
    private static final String URL = "https://www.hespress.com/agadir-walls-1432711.html";

    private final Database database;

    HtmlImportTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
    }

    @Test
    void aPageIsTheArticleOfTheAddressThatItStates() throws IOException {
        Response first = importHtml(Files.readAllBytes(PAGE), "text/html", Map.of());
        Response second = importHtml(Files.readAllBytes(PAGE), "text/html; charset=utf-8", Map.of("url", URL));

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.jsonPath().getString("status")).isEqualTo("unchanged");
        assertThat(second.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
        assertThat(first.jsonPath().getList("provenance.source")).contains("JSON_LD", "META");
        assertThat(first.jsonPath().getList("leftOut.reason")).contains("COMMENTS", "RELATED_LINK", "NAVIGATION");
    }

    @Test
    void theRequestNamesTheCharset() {
        byte[] page =
                ("<h1>عنوان الخبر</h1><p>قال الوزير إن الأشغال ستنتهي قبل متم السنة الجارية بعد تأخر دام شهورا.</p>")
                        .getBytes(Charset.forName("windows-1256"));

        importHtml(page, "text/html; charset=windows-1256", Map.of());

        assertThat(newest().path("headline").asText()).isEqualTo("عنوان الخبر");
    }

    @Test
    void htmlOverGraphqlSaysWhereEverythingCameFrom() throws IOException {
        JsonNode answer = Service.graphql(
                Tokens.editor(),
                "mutation ($page: String!) { importArticle(input: { html: $page }) { status"
                        + " article { headline byline url outlet { code } } provenance { field source line }"
                        + " leftOut { line text reason } } }",
                Map.of("page", Files.readString(PAGE)));

        JsonNode result = answer.at("/data/importArticle");
        assertThat(result.path("status").asText()).as(answer.toString()).isEqualTo("CREATED");
        assertThat(result.at("/article/byline").asText()).isEqualTo("رشيد بيجيكن");
        assertThat(result.at("/article/url").asText()).isEqualTo(URL);
        assertThat(result.at("/article/outlet/code").asText()).isEqualTo("hespress");
        assertThat(result.at("/provenance/0/source").asText()).isEqualTo("JSON_LD");
        assertThat(result.at("/leftOut/0/line").isNull()).isTrue();
    }

    @Test
    void readersImportNothing() throws IOException {
        Response response = Service.as(Tokens.reader())
                .contentType("text/html")
                .body(Files.readAllBytes(PAGE))
                .post("/imports");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(database.count("article")).isZero();
    }

    private static Response importHtml(byte[] page, String type, Map<String, String> parameters) {
        return Service.as(Tokens.editor())
                .contentType(type)
                .queryParams(parameters)
                .body(page)
                .post("/imports");
    }

    private static JsonNode newest() {
        return Service.graphql(Tokens.reader(), "{ articles(first: 1) { nodes { headline } } }", Map.of())
                .at("/data/articles/nodes/0");
    }
}
