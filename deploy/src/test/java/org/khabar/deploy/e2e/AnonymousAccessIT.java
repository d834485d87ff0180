package org.khabar.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.installation.Secret;
import org.khabar.deploy.installation.Secrets;

/** A public site: readers without a token see what is published and can do nothing else. */
@Order(2)
@ExtendWith(StackExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class AnonymousAccessIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NEWEST = "{ articles(first: 1) { nodes { headline status mentions { surface } } } }";
    private static final String IMPORT = """
            mutation {
              importArticle(input: { text: "خبر مجهول\\n\\n18 فبراير 2020 10:30\\n\\nفقرة أولى." }) { status }
            }
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningStack stack;
    private AnonymousGateway gateway;

    AnonymousAccessIT(RunningStack stack) {
        this.stack = stack;
    }

    @BeforeAll
    void givenAPublicGateway() throws Exception {
        stack.importPages(SamplePages.list());
        gateway = AnonymousGateway.start(stack);
    }

    @AfterAll
    void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void publishedArticlesAreServedWithoutAToken() throws Exception {
        HttpResponse<String> response = ask(NEWEST, "");

        JsonNode answer = JSON.readTree(response.body());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(answer.has("errors")).as(response.body()).isFalse();
        assertThat(answer.at("/data/articles/nodes/0/headline").asText()).isNotBlank();
        assertThat(answer.at("/data/articles/nodes/0/mentions").isArray()).isTrue();
    }

    @Test
    void withoutATokenNothingCanBeChanged() throws Exception {
        JsonNode answer = JSON.readTree(ask(IMPORT, "").body());

        assertThat(answer.path("errors").findValuesAsText("code")).containsExactly("FORBIDDEN");
        assertThat(answer.at("/data/importArticle").asText("")).isIn("", "null");
    }

    @Test
    void aTokenThatIsWrongIsRefusedRatherThanIgnored() throws Exception {
        assertThat(ask(NEWEST, "Bearer nonsense").statusCode()).isEqualTo(401);
        assertThat(ask(NEWEST, "Basic cmVhZGVyOnJlYWRlcg==").statusCode()).isEqualTo(401);
    }

    @Test
    void whoBringsATokenIsWhoItSays() throws Exception {
        JsonNode answer =
                JSON.readTree(ask(IMPORT, "Bearer " + stack.token("editor")).body());

        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    }

    @Test
    void theNarrowedTokenIsAReadersAndTheOwnOneStaysTheServices() throws Exception {
        String narrowed = gatewaysToken("&scope=khabar-reader");

        assertThat(roles(narrowed)).containsExactly("reader");
        assertThat(claims(narrowed).path("aud").asText()).isEqualTo("khabar");
        assertThat(roles(gatewaysToken(""))).containsExactly("service");
        assertThat(feed(narrowed)).isEqualTo(403);
        assertThat(feed(gatewaysToken(""))).isEqualTo(200);
    }

    private HttpResponse<String> ask(String query, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway.url() + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        JSON.createObjectNode().put("query", query).toString()));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private int feed(String token) throws Exception {
        URI uri = URI.create(stack.ports().url(Part.ARTICLES) + "/feed/articles");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    private String gatewaysToken(String scope) throws Exception {
        String secret = new Secrets(stack.installation()).get(Secret.GATEWAY_CLIENT);
        URI uri = URI.create(stack.ports().url(Part.KEYCLOAK) + "/realms/khabar/protocol/openid-connect/token");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=khabar-gateway&client_secret=" + secret + scope))
                .build();
        String answer = http.send(request, BodyHandlers.ofString()).body();
        return JSON.readTree(answer).path("access_token").asText();
    }

    private static Iterable<String> roles(String token) throws Exception {
        return StreamSupport.stream(claims(token).at("/realm_access/roles").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode claims(String token) throws Exception {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return JSON.readTree(new String(payload, StandardCharsets.UTF_8));
    }
}
