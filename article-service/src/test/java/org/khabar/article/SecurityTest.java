package org.khabar.article;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** Who is let in, and to what. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SecurityTest {

    private final Database database;

    SecurityTest(Database database) {
        this.database = database;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/graphql", "/feed/articles", "/imports", "/q/metrics", "/", "/anything"})
    void nothingWithoutAToken(String path) {
        assertThat(given().get(path).statusCode()).isEqualTo(401);
        assertThat(given().contentType("application/json").body("{}").post(path).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready"})
    void healthWithoutAToken(String path) {
        assertThat(given().get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void numbersAreForServicesAndAdmins() {
        assertThat(metricsStatus(Tokens.service())).isEqualTo(200);
        assertThat(metricsStatus(Tokens.admin())).isEqualTo(200);
        for (String role : List.of("reader", "editor", "moderator", "partner")) {
            assertThat(metricsStatus(Tokens.of(role, role))).isEqualTo(403);
        }
    }

    private static int metricsStatus(String token) {
        return Service.as(token).get("/q/metrics").statusCode();
    }

    @Test
    void servicesImportButDoNotSeeDrafts() {
        database.reset();
        String page = Pages.numbered(1);
        String mutation =
                "mutation($text: String!) { importArticle(input: {text: $text}) { status article { headline } } }";
        assertThat(Service.graphql(Tokens.service(), mutation, Map.of("text", page))
                        .at("/data/importArticle/article/headline")
                        .isTextual())
                .isTrue();
        database.execute("update article set status = 'DRAFT'");
        JsonNode draft = Service.graphql(Tokens.service(), mutation, Map.of("text", page));
        assertThat(draft.has("errors")).as(draft.toString()).isFalse();
        assertThat(draft.at("/data/importArticle/status").asText()).isEqualTo("UNCHANGED");
        assertThat(draft.at("/data/importArticle/article").isNull()).isTrue();
        assertThat(Service.graphql(Tokens.editor(), mutation, Map.of("text", page))
                        .at("/data/importArticle/article/headline")
                        .isTextual())
                .isTrue();
        database.reset();
    }

    @Test
    void tokensThatAreNotForUsAreRefused() {
        assertThat(statusWith(Tokens.reader())).isEqualTo(200);
        assertThat(statusWith(Tokens.expired())).isEqualTo(401);
        assertThat(statusWith(Tokens.ofOtherIssuer())).isEqualTo(401);
        assertThat(statusWith(Tokens.ofOtherAudience())).isEqualTo(401);
        assertThat(statusWith(Tokens.ofOtherKey())).isEqualTo(401);
        assertThat(statusWith("eyJhbGciOiJub25lIn0.e30.")).isEqualTo(401);
        assertThat(statusWith("garbage")).isEqualTo(401);
    }

    @Test
    void readersDoNotImport() {
        String page = Pages.numbered(1);
        JsonNode answer = Service.graphql(
                Tokens.reader(),
                "mutation($text: String!) { importArticle(input: {text: $text}) { status } }",
                Map.of("text", page));
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
        assertThat(Service.as(Tokens.reader())
                        .contentType("text/plain")
                        .body(page.getBytes(StandardCharsets.UTF_8))
                        .post("/imports")
                        .then()
                        .extract()
                        .path("error.code")
                        .toString())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void onlyServicesAndPartnersFollowTheFeed() {
        assertThat(feedStatus(Tokens.service())).isEqualTo(200);
        assertThat(feedStatus(Tokens.of("partner", "partner"))).isEqualTo(200);
        assertThat(feedStatus(Tokens.reader())).isEqualTo(403);
        assertThat(feedStatus(Tokens.editor())).isEqualTo(403);
    }

    @Test
    void tokensWithoutARoleOfOursReadNothing() {
        JsonNode answer = Service.graphql(Tokens.of("stranger", "offline_access"), "{ outlets { totalCount } }");
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
    }

    private static int feedStatus(String token) {
        return Service.as(token).get("/feed/articles").statusCode();
    }

    private static int statusWith(String token) {
        return Service.as(token)
                .contentType("application/json")
                .body("{\"query\":\"{ __typename }\"}")
                .post("/graphql")
                .statusCode();
    }
}
