package org.khabar.gateway.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers in parts over HTTP. */
@QuarkusTest
@TestProfile(IncrementalDeliveryTest.Bounded.class)
@QuarkusTestResource(TestServices.class)
class IncrementalDeliveryTest {
    private static final String APOLLO = "multipart/mixed;deferSpec=20220824,application/json";
    private static final String QUERY =
            "query Late { product(upc: \"u1\") { name ... @defer(label: \"r\") { reviews { text } } } }";

    /** Few parts, and batches. */
    public static class Bounded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "khabar.gateway.engine.max-deferred-parts", "1",
                    "khabar.gateway.http.max-batch-size", "2");
        }
    }

    @BeforeEach
    void bothSubgraphsAreUp() {
        Services.mode("shop", "up");
        Services.mode("reviews", "up");
        Services.awaitReady();
    }

    @AfterEach
    void letGo() {
        Services.mode("reviews", "up");
    }

    private static Response ask(String accept, Object body) {
        return given().contentType("application/json")
                .header("Accept", accept)
                .header("Authorization", "Bearer " + Services.token(Map.of("roles", "reader")))
                .body(body)
                .post("/graphql");
    }

    private static PartsConnection open(String query) throws IOException {
        String body = "{\"query\":\"" + query.replace("\"", "\\\"") + "\"}";
        return new PartsConnection(RestAssured.port, Services.token(Map.of("roles", "reader")), APOLLO, body);
    }

    @Test
    void aSlowServiceDoesNotKeepTheRestWaiting() throws IOException {
        Services.mode("reviews", "held");
        try (PartsConnection client = open(QUERY)) {
            assertThat(client.header("content-type")).isEqualTo("multipart/mixed; boundary=\"-\"; deferSpec=20220824");
            assertThat(client.header("cache-control")).isEqualTo("private, no-store");
            client.begin();
            assertThat(client.part()).isEqualTo("{\"data\":{\"product\":{\"name\":\"سراج\"}},\"hasNext\":true}");
            Services.mode("reviews", "up");
            assertThat(client.part())
                    .startsWith("{\"incremental\":[{\"data\":{\"reviews\":[]}")
                    .endsWith("],\"hasNext\":false}")
                    .contains("\"path\":[\"product\"],\"label\":\"r\"");
            client.end();
        }
        assertThat(Services.metrics("service"))
                .contains("khabar_gateway_operations_seconds_count{kind=\"query\",operation=\"Late\",outcome=\"OK\"");
    }

    @Test
    void aServiceThatFailsLeavesItsPartWithTheError() throws IOException {
        Services.mode("reviews", "down");
        try (PartsConnection client = open(QUERY)) {
            client.begin();
            assertThat(client.part()).doesNotContain("errors");
            assertThat(client.part())
                    .startsWith("{\"incremental\":[{\"data\":{\"reviews\":null},\"path\":[\"product\"],\"label\":\"r\","
                            + "\"errors\":[")
                    .contains("\"path\":[\"product\",\"reviews\"]", "SUBGRAPH_UNAVAILABLE")
                    .endsWith("\"hasNext\":false}");
            client.end();
        }
    }

    @Test
    void whoeverLeavesHasNothingFetchedAnyMore() throws IOException {
        Services.mode("reviews", "dripping");
        try (PartsConnection client = open(QUERY)) {
            client.begin();
            client.part();
            await().until(() -> Services.seen("reviews").contains("parts"));
        }
        await().until(() -> Services.seen("reviews.left by parts").equals("left"));
    }

    @Test
    void otherClientsGetTheWholeAtOnce() {
        for (String accept :
                List.of("application/json", "*/*", "multipart/mixed;deferSpec=20290101,application/json")) {
            ask(accept, Map.of("query", QUERY))
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .body("data.product.reviews", empty())
                    .body("$", not(hasKey("hasNext")));
        }
    }

    @Test
    void anOperationWithoutLaterPartsIsAnsweredAsEver() {
        String never = QUERY.replace("@defer(", "@defer(if: false, ");
        for (String query : List.of("{ products { name } }", never)) {
            ask(APOLLO, Map.of("query", query))
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .body("$", hasKey("data"))
                    .body("$", not(hasKey("hasNext")));
        }
    }

    @Test
    void whoeverTakesNothingElseGetsEverythingAsParts() {
        String answer = ask("multipart/mixed", Map.of("query", "{ products { upc } }"))
                .then()
                .statusCode(200)
                .contentType(startsWith("multipart/mixed"))
                .extract()
                .asString();
        assertThat(answer).contains("{\"data\":{\"products\"").endsWith("\r\n-----\r\n");
    }

    @Test
    void queriesByGetComeInPartsAsWell() {
        String answer = given().header("Accept", APOLLO)
                .header("Authorization", "Bearer " + Services.token(Map.of("roles", "reader")))
                .queryParam("query", QUERY)
                .get("/graphql")
                .then()
                .statusCode(200)
                .contentType(startsWith("multipart/mixed"))
                .extract()
                .asString();
        assertThat(answer).contains("\"hasNext\":true}", "\"hasNext\":false}").endsWith("\r\n-----\r\n");
    }

    @Test
    void requestsOfABatchAreAnsweredWhole() {
        ask(APOLLO, List.of(Map.of("query", QUERY), Map.of("query", QUERY)))
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("[0].data.product.reviews", empty())
                .body("[1].data.product.reviews", empty());
    }

    @Test
    void partsAreBounded() {
        ask(APOLLO, Map.of("query", "{ products { name ... @defer { reviews { text } } } }"))
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
                .body("errors[0].message", containsString("More than 1 parts"));
    }

    @Test
    void brokenRulesAreValidationErrors() {
        ask(APOLLO, Map.of("query", "mutation { ... @defer { rename(upc: \"u1\", name: \"x\") { upc } } }"))
                .then()
                .body("errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION_FAILED"))
                .body("errors[0].locations[0].line", equalTo(1));
        ask(APOLLO, Map.of("query", "{ products { name @stream } }"))
                .then()
                .body("errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION_FAILED"));
    }

    @Test
    void theSchemaHasBothDirectives() {
        Services.as("editor")
                .body(Map.of("query", "{ __schema { directives { name args { name defaultValue } } } }"))
                .post("/graphql")
                .then()
                .body("data.__schema.directives.find { it.name == 'defer' }.args.name", equalTo(List.of("if", "label")))
                .body(
                        "data.__schema.directives.find { it.name == 'stream' }.args.defaultValue",
                        equalTo(Arrays.asList("true", null, "0")));
    }

    @Test
    void adminsSeeWhatComesLater() {
        given().contentType("application/json")
                .header("Accept", APOLLO)
                .header("Khabar-Query-Plan", "only")
                .header("Authorization", "Bearer " + Services.token(Map.of("roles", "admin")))
                .body(Map.of("query", QUERY))
                .post("/graphql")
                .then()
                .body("extensions.queryPlan", containsString("Deferred(depends: [0], for: \"r\")"));
    }
}
