package org.khabar.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.gateway.memory.MemoryBudget;

/** Clients over WebSocket. */
@QuarkusTest
@TestProfile(LiveProfile.class)
class SocketTest {

    private final Connections connections;
    private final MemoryBudget memory;

    SocketTest(Connections connections, MemoryBudget memory) {
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
        org.awaitility.Awaitility.await()
                .until(() -> connections.size() == 0 && connections.subscriptions() == 0 && memory.inUse() == 0);
    }

    @Test
    void eventsAreFilledAcrossSubgraphs() {
        try (SocketClient client = SocketClient.ready(Steering.token())) {
            client.subscribe("a", Steering.PRICES);
            Steering.awaitSubscribers(1);
            for (int i = 0; i < 3; i++) {
                Steering.events("next", Steering.EVENT);
                assertThat(client.next("a", "next")).isEqualTo(Steering.ANSWER);
            }
            Steering.events("complete", "");
            client.next("a", "complete");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.test", "http://localhost:1", "null"})
    void pagesOfOtherSitesOpenNoSocket(String origin) {
        assertThatThrownBy(() -> SocketClient.ofPage(origin).close())
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refusal ->
                                assertThat(refusal.getResponse().statusCode()).isEqualTo(403));
    }

    @Test
    void aPageOfTheGatewaysOwnMay() {
        try (SocketClient client = SocketClient.ofPage("http://localhost:" + Steering.port())) {
            client.send("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + Steering.token()
                    + "\"}}");
            assertThat(client.next()).isEqualTo("{\"type\":\"connection_ack\"}");
        }
    }

    @Test
    void anEventThatHasAllIsPassedOn() {
        try (SocketClient client = SocketClient.ready(Steering.token())) {
            client.subscribe("a", "subscription { changed: priceChanged { name } }");
            Steering.awaitSubscribers(1);
            Steering.events("next", "{\"data\":{\"changed\":{\"name\":\"سراج\"}}}");
            assertThat(client.next("a", "next")).isEqualTo("{\"data\":{\"changed\":{\"name\":\"سراج\"}}}");
        }
    }

    @Test
    void errorsOfAnEventHaveTheirPlace() {
        try (SocketClient client = SocketClient.ready(Steering.token())) {
            client.subscribe("a", "subscription { changed: priceChanged { name } }");
            Steering.awaitSubscribers(1);
            Steering.events("next", "{\"data\":null,\"errors\":[{\"message\":\"no\",\"path\":[\"changed\"]}]}");
            assertThat(client.next("a", "next")).contains("\"data\":{\"changed\":null}", "\"service\":\"shop\"");
        }
    }

    @Test
    void theSchemaIsShownToThoseWhoMaySeeIt() {
        String query = "{ __schema { queryType { name } } }";
        try (SocketClient client = SocketClient.ready(Steering.token())) {
            client.subscribe("a", query);
            assertThat(client.next("a", "error")).contains("\"code\":\"FORBIDDEN\"");
        }
        try (SocketClient client = SocketClient.ready(Steering.token(Map.of("roles", "editor")))) {
            client.subscribe("a", query);
            assertThat(client.next("a", "next"))
                    .isEqualTo("{\"data\":{\"__schema\":{\"queryType\":{\"name\":\"Query\"}}}}");
            client.next("a", "complete");
        }
    }

    @Test
    void theTokenIsForwardedWithVariables() {
        String token = Steering.token(Map.of("subject", "forwarded"));
        try (SocketClient client = SocketClient.ready(token)) {
            client.send("""
                    {"id": "a", "type": "subscribe", "payload": {"variables": {"upc": "u7"},
                    "query": "subscription ($upc: ID) { priceChanged(upc: $upc) { name } }"}}""");
            Steering.awaitSubscribers(1);
            assertThat(Steering.events("seen", ""))
                    .contains(
                            "Bearer " + token, "\"upc\":\"u7\"", "subscription($upc:ID){priceChanged(upc:$upc){name}}");
        }
    }

    @Test
    void browsersSayWhoTheyAreInTheFirstMessage() {
        try (SocketClient client = SocketClient.open(null)) {
            client.send("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + Steering.token()
                    + "\"}}");
            assertThat(client.next()).isEqualTo("{\"type\":\"connection_ack\"}");
            client.subscribe("q", "{ product(upc: \"u1\") { price } }");
            assertThat(client.next("q", "next")).isEqualTo("{\"data\":{\"product\":{\"price\":7}}}");
        }
    }

    @Test
    void queriesAndMutationsRunToo() {
        try (SocketClient client = SocketClient.ready(Steering.token())) {
            client.subscribe("q", "{ product(upc: \"u1\") { name reviews { text } } }");
            assertThat(client.next("q", "next")).contains("جيد");
            client.next("q", "complete");
            client.subscribe("q", "mutation { rename(upc: \"u1\", name: \"كوز\") { name } }");
            assertThat(client.next("q", "next")).contains("كوز");
            client.next("q", "complete");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subscription { nothing { name } } | GRAPHQL_VALIDATION_FAILED",
                "subscription { | GRAPHQL_PARSE_FAILED",
                "subscription { a: priceChanged { upc } b: priceChanged { upc } } | GRAPHQL_VALIDATION_FAILED",
                "subscription { __typename } | GRAPHQL_VALIDATION_FAILED",
                "subscription { priceChanged(upc: 1e999) { upc } } | LIMIT_EXCEEDED"
            })
    void whatCannotRunIsAnError(String query, String code) {
        try (SocketClient client = SocketClient.ready(Steering.token())) {
            client.subscribe("a", query);
            assertThat(client.next("a", "error")).contains("\"code\":\"" + code + "\"");
            client.send("{\"type\":\"ping\",\"payload\":{\"still\":\"here\"}}");
            assertThat(client.next()).isEqualTo("{\"type\":\"pong\",\"payload\":{\"still\":\"here\"}}");
        }
    }

    @Test
    void accessRulesHoldForEvents() {
        String query = "subscription { audited { name } }";
        try (SocketClient client = SocketClient.ready(Steering.token())) {
            client.subscribe("a", query);
            assertThat(client.next("a", "next")).contains("\"audited\":null", "FORBIDDEN");
            client.next("a", "complete");
        }
        try (SocketClient client = SocketClient.ready(Steering.token(Map.of("scope", "audit:read")))) {
            client.subscribe("a", query);
            Steering.awaitSubscribers(1);
        }
    }

    @Test
    void aDocumentMayBeNamed() throws NoSuchAlgorithmException {
        String query = "{ product(upc: \"u1\") { price upc } }";
        String id = "sha256:"
                + HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(query.getBytes(StandardCharsets.UTF_8)));
        String named = "{\"id\":\"a\",\"type\":\"subscribe\",\"payload\":{\"documentId\":\"" + id + "\"}}";
        try (SocketClient client = SocketClient.ready(Steering.token())) {
            client.send(named);
            assertThat(client.next("a", "error")).contains("PERSISTED_QUERY_NOT_FOUND");
            client.send(new JsonObject()
                    .put("id", "a")
                    .put("type", "subscribe")
                    .put("payload", new JsonObject().put("documentId", id).put("query", query))
                    .encode());
            client.next("a", "next");
            client.next("a", "complete");
            client.send(named);
            assertThat(client.next("a", "next")).isEqualTo("{\"data\":{\"product\":{\"price\":7,\"upc\":\"u1\"}}}");
        }
    }

    @Test
    void whoGivesUpASubscriptionEndsItBehindTheGateway() {
        try (SocketClient client = SocketClient.ready(Steering.token())) {
            client.subscribe("a", Steering.PRICES).subscribe("b", Steering.PRICES);
            Steering.awaitSubscribers(2);
            client.send("{\"type\":\"complete\",\"id\":\"a\"}");
            Steering.awaitSubscribers(1);
            Steering.events("next", Steering.EVENT);
            client.next("b", "next");
        }
        Steering.awaitSubscribers(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "[]",
                "{}",
                "{\"type\":\"what\"}",
                "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{ product { upc } }\"}}",
                "{\"type\":\"subscribe\",\"id\":\"a\",\"payload\":{}}",
                "{\"type\":\"ping\",\"payload\":\"text\"}",
                "{\"type\":\"connection_init\",\"payload\":1}"
            })
    void whatIsNoMessageCloses(String message) {
        try (SocketClient client = SocketClient.open(Steering.token())) {
            assertThat(client.send(message).closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void bytesAreNoMessage() {
        try (SocketClient client = SocketClient.ready(Steering.token())) {
            assertThat(client.sendBinary().closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void nothingRunsBeforeTheAcknowledgement() {
        try (SocketClient client = SocketClient.open(Steering.token())) {
            assertThat(client.subscribe("a", Steering.PRICES).closeCode()).isEqualTo(4401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer nonsense", "Basic abc", ""})
    void whoIsNobodyIsSentAway(String authorization) {
        String payload = authorization.isEmpty() ? "{}" : "{\"authorization\":\"" + authorization + "\"}";
        try (SocketClient client = SocketClient.open(null)) {
            client.send("{\"type\":\"connection_init\",\"payload\":" + payload + "}");
            assertThat(client.closeCode()).isEqualTo(4403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "graphql-ws"})
    void otherProtocolsAreNotSpoken(String subprotocol) {
        try (SocketClient client = SocketClient.open(Steering.token(), subprotocol)) {
            assertThat(client.closeCode()).isEqualTo(4406);
        } catch (java.util.concurrent.CompletionException strict) {
            assertThat(subprotocol).isNotEmpty();
        }
    }

    @Test
    void whoSaysNothingIsSentAway() {
        try (SocketClient client = SocketClient.open(Steering.token())) {
            assertThat(client.closeCode()).isEqualTo(4408);
        }
    }

    @Test
    void anIdIsUsedOnceAtATime() {
        try (SocketClient client = SocketClient.ready(Steering.token())) {
            client.subscribe("a", Steering.PRICES).subscribe("a", Steering.PRICES);
            assertThat(client.closeCode()).isEqualTo(4409);
        }
    }

    @Test
    void aConnectionBeginsOnce() {
        try (SocketClient client = SocketClient.ready(Steering.token())) {
            assertThat(client.send("{\"type\":\"connection_init\"}").closeCode())
                    .isEqualTo(4429);
        }
    }

    @Test
    void whoDoesNotAnswerPingsIsGone() {
        try (SocketClient client = SocketClient.ready(Steering.token()).playDead()) {
            assertThat(client.closeCode()).isEqualTo(4408);
        }
    }

    @Test
    void theEndOfTheTokenEndsTheConnection() {
        try (SocketClient client = SocketClient.ready(Steering.token(Map.of("seconds", 2)))) {
            client.subscribe("a", Steering.PRICES);
            Steering.awaitSubscribers(1);
            assertThat(client.closeCode()).isEqualTo(4403);
        }
    }

    @Test
    void whenTheGatewayStopsClientsMayComeBack() {
        try (SocketClient client = SocketClient.ready(Steering.token())) {
            client.subscribe("a", Steering.PRICES);
            Steering.awaitSubscribers(1);
            connections.leaveAll();
            assertThat(client.closeCode()).isEqualTo(1012);
        }
    }
}
