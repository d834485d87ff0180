package org.khabar.gateway.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the access log says of connections that stay open. */
@QuarkusTest
@TestProfile(SchemaChangeTest.Soon.class)
class LiveLogTest {
    private static final Logger ACCESS = Logger.getLogger("org.khabar.gateway.access");

    private static final Logger SLOW = Logger.getLogger("org.khabar.gateway.http.RunReports");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            lines.add(record instanceof ExtLogRecord known ? known.getFormattedMessage() : record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Steering.reset();
        ACCESS.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        ACCESS.removeHandler(handler);
        Steering.awaitSubscribers(0);
    }

    private void awaitLine(String pattern) {
        await().untilAsserted(() -> assertThat(lines).anyMatch(line -> line.matches(pattern)));
    }

    @Test
    void operationsOfASocketAndItsEndHaveLines() {
        try (SocketClient client = SocketClient.ready(Steering.token())) {
            client.subscribe("a", Steering.PRICES.replace("subscription", "subscription Prices"));
            Steering.awaitSubscribers(1);
            Steering.events("next", Steering.EVENT);
            Steering.events("next", Steering.EVENT);
            client.next("a", "next");
            client.next("a", "next");
            Steering.events("complete", "");
            client.next("a", "complete");
            awaitLine(
                    "transport=websocket kind=subscription operation=Prices outcome=OK ms=[0-9.]+ events=2 request=.+");
            client.subscribe("q", "{ product(upc: \"u1\") { price } }");
            client.next("q", "next");
            awaitLine("transport=websocket kind=query operation=- outcome=OK ms=[0-9.]+ events=1 request=.+");
            client.send("nonsense");
            assertThat(client.closeCode()).isEqualTo(4400);
        }
        awaitLine("transport=websocket closed=4400 ms=[0-9.]+ operations=2 request=.+");
    }

    @Test
    void operationsOfSocketsAndEventStreamsAreTimedByNameAndToldOfWhenTheyAreSlow() {
        SLOW.addHandler(handler);
        try (SocketClient client = SocketClient.ready(Steering.token());
                EventStreamClient stream =
                        EventStreamClient.open(EventStreamClient.request("/graphql", Steering.token())
                                .header("X-Request-Id", "stream-2")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(new JsonObject()
                                        .put("query", "query Streamed { product(upc: \"u1\") { price } }")
                                        .encode())))) {
            assertThat(stream.next()).contains("\"price\":7");
            client.subscribe("q", "query Asked { product(upc: \"u1\") { price } }");
            client.next("q", "next");
            client.next("q", "complete");
            client.subscribe("a", Steering.PRICES.replace("subscription", "subscription Timed"));
            Steering.awaitSubscribers(1);
            Steering.events("next", Steering.EVENT);
            client.next("a", "next");
            Steering.events("next", Steering.EVENT);
            client.next("a", "next");
        } finally {
            SLOW.removeHandler(handler);
        }

        assertThat(lines)
                .anyMatch(line -> line.matches("(?s)Slow: query 'Streamed' took [0-9]+ ms, request stream-2, plan:.*"))
                .anyMatch(line -> line.startsWith("Slow: query 'Asked' took "))
                .anyMatch(line -> line.startsWith("Slow: subscription 'Timed' took "));
        String metrics = given().header("Authorization", "Bearer " + Steering.token(Map.of("roles", "admin")))
                .get("/q/metrics")
                .asString();
        assertThat(metrics)
                .contains(timed("query", "Streamed") + " 1", timed("query", "Asked") + " 1")
                .contains(timed("subscription", "Timed") + " 2");
    }

    private static String timed(String kind, String name) {
        return "khabar_gateway_operations_seconds_count{kind=\"" + kind + "\",operation=\"" + name
                + "\",outcome=\"OK\"}";
    }

    @Test
    void theCodeIsTheGatewaysWhenTheClientGoesWithoutAnsweringIt() throws IOException {
        try (RawSocket client = RawSocket.open(Steering.token())) {
            client.send("nonsense");
            assertThat(client.closeCode()).isEqualTo(4400);
        }
        awaitLine("transport=websocket closed=4400 ms=[0-9.]+ operations=0 request=.+");
    }

    @Test
    void theCodeIsTheClientsWhenTheClientCloses() throws IOException {
        try (RawSocket client = RawSocket.open(Steering.token())) {
            client.close(4321);
            assertThat(client.closeCode()).isEqualTo(4321);
        }
        awaitLine("transport=websocket closed=4321 ms=[0-9.]+ operations=0 request=.+");
    }

    @Test
    void aConnectionThatBreaksOffHasNoCode() throws IOException {
        try (RawSocket client = RawSocket.open(Steering.token())) {
            client.send("{\"type\":\"ping\"}");
        }
        awaitLine("transport=websocket closed=- ms=[0-9.]+ operations=0 request=.+");
    }

    @Test
    void anEventStreamThatIsLeftHasALine() {
        try (EventStreamClient client = EventStreamClient.open(EventStreamClient.request("/graphql", Steering.token())
                .header("X-Request-Id", "stream-1")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        new JsonObject().put("query", Steering.PRICES).encode())))) {
            Steering.awaitSubscribers(1);
            Steering.events("next", Steering.EVENT);
            assertThat(client.next()).isEqualTo("next " + Steering.ANSWER);
        }
        awaitLine("transport=sse kind=subscription operation=- outcome=OK ms=[0-9.]+ events=1 request=stream-1");
    }
}
