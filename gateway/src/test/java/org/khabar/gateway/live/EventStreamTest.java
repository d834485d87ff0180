package org.khabar.gateway.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.memory.MemoryBudget;

/** Clients over server-sent events, in both modes of graphql-sse. */
@QuarkusTest
@TestProfile(LiveProfile.class)
class EventStreamTest {
    private static final String TOKEN = "X-GraphQL-Event-Stream-Token";

    private final Connections connections;
    private final MemoryBudget memory;

    EventStreamTest(Connections connections, MemoryBudget memory) {
        this.connections = connections;
        this.memory = memory;
    }

    @BeforeEach
    void reset() {
        Steering.reset();
    }

    @AfterEach
    void allIsLetGo() {
        Steering.awaitSubscribers(0);
        await().until(() -> connections.size() == 0 && connections.subscriptions() == 0 && memory.inUse() == 0);
    }

    private static HttpRequest.Builder post(String path, String token, String query) {
        return EventStreamClient.request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        new JsonObject().put("query", query).encode()));
    }

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static Response operate(String token, String stream, String id, String query) {
        return as(token)
                .header(TOKEN, stream)
                .contentType("application/json")
                .body(Map.of("query", query, "extensions", Map.of("operationId", id)))
                .post("/graphql/stream");
    }

    @Test
    void anOperationHasAStreamOfItsOwn() {
        try (EventStreamClient client = EventStreamClient.open(post("/graphql", Steering.token(), Steering.PRICES))) {
            assertThat(client.status()).isEqualTo(200);
            assertThat(client.type()).startsWith("text/event-stream");
            Steering.awaitSubscribers(1);
            Steering.events("next", Steering.EVENT);
            assertThat(client.next()).isEqualTo("next " + Steering.ANSWER);
            Steering.events("next", Steering.EVENT.replace(",", ",\n"));
            assertThat(client.next()).isEqualTo("next " + Steering.ANSWER);
            Steering.events("complete", "");
            assertThat(client.next()).isEqualTo("complete");
            assertThat(client.next()).isEqualTo("end");
        }
    }

    @Test
    void theSchemaIsNotShownToReaders() {
        String query = "{ __schema { queryType { name } } }";
        try (EventStreamClient client = EventStreamClient.open(post("/graphql", Steering.token(), query))) {
            assertThat(client.next()).contains("\"code\":\"FORBIDDEN\"").doesNotContain("queryType");
        }
    }

    @Test
    void aBreakBetweenValuesDoesNotEndTheEvent() {
        String query = "subscription { priceChanged { name price } }";
        try (EventStreamClient client = EventStreamClient.open(post("/graphql", Steering.token(), query))) {
            Steering.awaitSubscribers(1);
            Steering.events("next", "{\"data\":{\"priceChanged\":{\"name\":\"ق\",\r\n\"price\":1\n}}}");
            assertThat(new JsonObject(client.next().substring("next ".length())).encode())
                    .isEqualTo("{\"data\":{\"priceChanged\":{\"name\":\"ق\",\"price\":1}}}");
        }
    }

    @Test
    void aClientThatLeavesEndsItsSubscription() {
        try (EventStreamClient client = EventStreamClient.open(post("/graphql", Steering.token(), Steering.PRICES))) {
            assertThat(client.status()).isEqualTo(200);
            Steering.awaitSubscribers(1);
        }
        Steering.awaitSubscribers(0);
    }

    @Test
    void aQueryMayBeAskedByGet() {
        String query = URLEncoder.encode("{ product(upc: \"u1\") { price } }", StandardCharsets.UTF_8);
        try (EventStreamClient client =
                EventStreamClient.open(EventStreamClient.request("/graphql?query=" + query, Steering.token())
                        .GET())) {
            assertThat(client.next()).isEqualTo("next {\"data\":{\"product\":{\"price\":7}}}");
            assertThat(client.next()).isEqualTo("complete");
        }
    }

    @Test
    void aMutationMayNot() {
        as(Steering.token())
                .accept("text/event-stream")
                .queryParam("query", "mutation { rename(upc: \"u1\", name: \"x\") { name } }")
                .get("/graphql")
                .then()
                .statusCode(405)
                .header("Allow", "POST");
    }

    @Test
    void whatCannotRunIsAnEvent() {
        try (EventStreamClient client =
                EventStreamClient.open(post("/graphql", Steering.token(), "subscription { nothing }"))) {
            assertThat(client.status()).isEqualTo(200);
            assertThat(client.next()).startsWith("next {\"errors\":").contains("GRAPHQL_VALIDATION_FAILED");
            assertThat(client.next()).isEqualTo("complete");
        }
    }

    @Test
    void whatIsNoRequestIsAStatus() {
        given().accept("text/event-stream").get("/graphql").then().statusCode(401);
        as(Steering.token()).accept("text/event-stream").get("/graphql").then().statusCode(400);
        as(Steering.token())
                .accept("text/event-stream")
                .contentType("text/plain")
                .body("{}")
                .post("/graphql")
                .then()
                .statusCode(415);
        as(Steering.token())
                .accept("text/event-stream")
                .contentType("application/json")
                .body("[1]")
                .post("/graphql")
                .then()
                .statusCode(400);
        as(Steering.token())
                .accept("text/event-stream")
                .contentType("application/json")
                .body("{\"query\": \"" + " ".repeat(60_000) + "\"}")
                .post("/graphql")
                .then()
                .statusCode(413);
    }

    @Test
    void withoutAStreamASubscriptionIsRefused() {
        as(Steering.token())
                .contentType("application/json")
                .accept("application/graphql-response+json")
                .body(Map.of("query", Steering.PRICES))
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("BAD_USER_INPUT"));
    }

    @Test
    void theEndOfTheTokenEndsTheStream() {
        String token = Steering.token(Map.of("seconds", 2));
        try (EventStreamClient client = EventStreamClient.open(post("/graphql", token, Steering.PRICES))) {
            assertThat(client.next()).startsWith("next {\"errors\":").contains("UNAUTHENTICATED");
            assertThat(client.next()).isEqualTo("complete");
        }
    }

    @Test
    void whenTheGatewayStopsTheStreamEndsWithoutBeingComplete() {
        try (EventStreamClient client = EventStreamClient.open(post("/graphql", Steering.token(), Steering.PRICES))) {
            Steering.awaitSubscribers(1);
            connections.leaveAll();
            assertThat(client.next()).isEqualTo("end");
        }
    }

    private static String reserve(String token) {
        return as(token).put("/graphql/stream").then().statusCode(201).extract().asString();
    }

    private static EventStreamClient connect(String token, String stream) {
        EventStreamClient client = EventStreamClient.open(
                EventStreamClient.request("/graphql/stream", token).header(TOKEN, stream));
        assertThat(client.status()).isEqualTo(200);
        return client;
    }

    @Test
    void operationsShareAReservedStream() {
        String token = Steering.token();
        String stream = reserve(token);
        try (EventStreamClient client = connect(token, stream)) {
            assertThat(operate(token, stream, "a", Steering.PRICES).statusCode())
                    .isEqualTo(202);
            Steering.awaitSubscribers(1);
            assertThat(operate(token, stream, "a", Steering.PRICES).statusCode())
                    .isEqualTo(409);
            Steering.events("next", Steering.EVENT);
            assertThat(client.next()).isEqualTo("next {\"id\":\"a\",\"payload\":" + Steering.ANSWER + "}");

            operate(token, stream, "q", "{ product(upc: \"u1\") { price } }");
            assertThat(client.next()).contains("\"id\":\"q\"", "\"price\":7");
            assertThat(client.next()).isEqualTo("complete {\"id\":\"q\"}");

            assertThat(operate(token, stream, "x", "{ nothing }").statusCode()).isEqualTo(202);
            assertThat(client.next()).contains("\"id\":\"x\"", "GRAPHQL_VALIDATION_FAILED");
            assertThat(client.next()).isEqualTo("complete {\"id\":\"x\"}");

            as(token)
                    .header(TOKEN, stream)
                    .queryParam("operationId", "a")
                    .delete("/graphql/stream")
                    .then()
                    .statusCode(200);
            Steering.awaitSubscribers(0);
        }
    }

    @Test
    void aStreamIsItsCallersAlone() {
        String token = Steering.token(Map.of("subject", "owner"));
        String other = Steering.token(Map.of("subject", "other"));
        String stream = reserve(token);
        as(other).header(TOKEN, stream).get("/graphql/stream").then().statusCode(404);
        try (EventStreamClient client = connect(token, stream)) {
            assertThat(client.status()).isEqualTo(200);
            assertThat(operate(other, stream, "a", Steering.PRICES).statusCode())
                    .isEqualTo(404);
            as(token).header(TOKEN, stream).get("/graphql/stream").then().statusCode(409);
            String newer = Steering.token(Map.of("subject", "owner", "seconds", 200));
            assertThat(operate(newer, stream, "a", Steering.PRICES).statusCode())
                    .isEqualTo(202);
            Steering.awaitSubscribers(1);
        }
    }

    @Test
    void aStreamThatNobodyConnectsToIsLetGo() {
        String token = Steering.token();
        String stream = reserve(token);
        assertThat(operate(token, stream, "a", Steering.PRICES).statusCode()).isEqualTo(409);
        await().until(() -> connections.size() == 0);
        as(token).header(TOKEN, stream).get("/graphql/stream").then().statusCode(404);
    }

    @Test
    void operationsOfAStreamAreBoundedAndNamed() {
        String token = Steering.token();
        String stream = reserve(token);
        try (EventStreamClient client = connect(token, stream)) {
            for (int i = 0; i < 4; i++) {
                operate(token, stream, "s" + i, Steering.PRICES).then().statusCode(202);
            }
            operate(token, stream, "more", Steering.PRICES).then().statusCode(429);
            as(token)
                    .header(TOKEN, stream)
                    .contentType("application/json")
                    .body(Map.of("query", Steering.PRICES))
                    .post("/graphql/stream")
                    .then()
                    .statusCode(400);
            assertThat(client.status()).isEqualTo(200);
        }
    }
}
