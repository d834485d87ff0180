package org.khabar.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.khabar.deploy.client.GraphqlAnswer;
import org.khabar.deploy.installation.Part;

@Order(2)
@ExtendWith(StackExtension.class)
class AccessIT {
    private static final String IMPORT = """
            mutation {
              importArticle(input: { text: "عنوان\\n\\n18 فبراير 2020 10:30\\n\\nفقرة أولى." }) { status }
            }
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningStack stack;

    AccessIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void withoutATokenNothingIsServed() throws Exception {
        assertThat(post(Part.GATEWAY, "/graphql", "{\"query\": \"{ __typename }\"}", "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(post(Part.ARTICLES, "/graphql", "{\"query\": \"{ __typename }\"}", "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(post(Part.ENTITIES, "/graphql", "{\"query\": \"{ __typename }\"}", "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(post(Part.ARTICLES, "/imports", "page", "").statusCode()).isEqualTo(401);
        assertThat(get(Part.ARTICLES, "/feed/articles", "").statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenThatWasTamperedWithIsRefusedByEveryService() throws Exception {
        String forged = withRoleAdmin(stack.token("reader"));

        for (Part part : new Part[] {Part.GATEWAY, Part.ARTICLES, Part.ENTITIES}) {
            assertThat(post(part, "/graphql", "{\"query\": \"{ __typename }\"}", forged)
                            .statusCode())
                    .as(part.title())
                    .isEqualTo(401);
        }
    }

    @Test
    void somethingThatIsNoTokenIsRefused() throws Exception {
        assertThat(post(Part.GATEWAY, "/graphql", "{\"query\": \"{ __typename }\"}", "nonsense")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aReaderMayNotImport() {
        GraphqlAnswer answer = stack.ask("reader", IMPORT);

        assertThat(codes(answer)).containsExactly("FORBIDDEN");
        assertThat(answer.data().path("importArticle").isMissingNode()
                        || answer.data().path("importArticle").isNull())
                .isTrue();
    }

    @Test
    void anEditorMayImport() {
        GraphqlAnswer answer = stack.ask("editor", IMPORT);

        assertThat(answer.hasErrors()).as(answer.body().toString()).isFalse();
        assertThat(answer.data().at("/importArticle/status").asText()).isIn("CREATED", "UNCHANGED");
    }

    @Test
    void theFeedIsForServicesAndPartners() throws Exception {
        assertThat(get(Part.ARTICLES, "/feed/articles", stack.token("reader")).statusCode())
                .isEqualTo(403);
        assertThat(get(Part.ARTICLES, "/feed/articles", stack.token("partner")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void malformedRequestsAreTheClientsFault() throws Exception {
        String reader = stack.token("reader");

        assertThat(post(Part.GATEWAY, "/graphql", "{\"query\": ", reader).statusCode())
                .isBetween(400, 499);
        GraphqlAnswer unparsable = stack.ask("reader", "{ articles(first: 1 { nodes { id } }");
        assertThat(unparsable.status()).isEqualTo(400);
        assertThat(codes(unparsable)).containsExactly("GRAPHQL_PARSE_FAILED");
        GraphqlAnswer invalid = stack.ask("reader", "{ articles(first: 1) { nodes { nothingOfTheKind } } }");
        assertThat(invalid.status()).isEqualTo(400);
        assertThat(codes(invalid)).containsExactly("GRAPHQL_VALIDATION_FAILED");
    }

    private static Iterable<String> codes(GraphqlAnswer answer) {
        return answer.body().path("errors").findValuesAsText("code");
    }

    /** The same token, whose payload claims one role more than was signed. */
    private static String withRoleAdmin(String token) {
        String[] parts = token.split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String more = payload.replace("\"roles\":[", "\"roles\":[\"admin\",");
        parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(more.getBytes(StandardCharsets.UTF_8));
        return String.join(".", parts);
    }

    private HttpResponse<String> post(Part part, String path, String body, String token) throws Exception {
        String type = path.equals("/imports") ? "text/plain" : "application/json";
        return send(request(part, path, token).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(Part part, String path, String token) throws Exception {
        return send(request(part, path, token));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(Part part, String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(stack.ports().url(part) + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }
}
