package org.khabar.gateway.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much clients may keep open, and leave lying. */
@QuarkusTest
@TestProfile(LiveProfile.class)
class LiveBoundsTest {
    private final List<SocketClient> clients = new ArrayList<>();

    @BeforeEach
    void reset() {
        Steering.reset();
        Steering.awaitSubscribers(0);
    }

    @AfterEach
    void close() {
        clients.forEach(SocketClient::close);
        Steering.awaitSubscribers(0);
    }

    private SocketClient client(String subject) {
        SocketClient client = SocketClient.ready(Steering.token(Map.of("subject", subject)));
        clients.add(client);
        return client;
    }

    private static void subscribe(SocketClient client, int times) {
        for (int i = 0; i < times; i++) {
            client.subscribe("s" + i, Steering.PRICES);
        }
    }

    @Test
    void operationsOfAConnectionAreBounded() {
        SocketClient client = client("one");
        subscribe(client, 4);
        Steering.awaitSubscribers(4);
        client.subscribe("more", Steering.PRICES);
        assertThat(client.next("more", "error")).contains("LIMIT_EXCEEDED");
        client.send("{\"type\":\"complete\",\"id\":\"s0\"}").subscribe("more", Steering.PRICES);
        Steering.awaitSubscribers(4);
    }

    @Test
    void operatorsSeeHowManyThereAre() {
        subscribe(client("one"), 2);
        subscribe(client("two"), 1);
        Steering.awaitSubscribers(3);
        String metrics = given().header("Authorization", "Bearer " + Steering.token(Map.of("roles", "admin")))
                .get("/q/metrics")
                .asString();
        assertThat(metrics).contains("khabar_gateway_live_subscriptions 3.0", "khabar_gateway_live_connections 2.0");
    }

    @Test
    void subscriptionsOfAClientAreBoundedOverItsConnections() {
        subscribe(client("one"), 3);
        subscribe(client("one"), 3);
        Steering.awaitSubscribers(6);
        SocketClient third = client("one").subscribe("more", Steering.PRICES);
        assertThat(third.next("more", "error")).contains("LIMIT_EXCEEDED");
        third.subscribe("query", "{ product(upc: \"u1\") { name } }");
        third.next("query", "next");
    }

    @Test
    void subscriptionsOfTheGatewayAreBounded() {
        subscribe(client("one"), 3);
        subscribe(client("two"), 3);
        subscribe(client("three"), 3);
        Steering.awaitSubscribers(9);
        SocketClient fourth = client("four").subscribe("more", Steering.PRICES);
        assertThat(fourth.next("more", "error")).contains("LIMIT_EXCEEDED");
    }

    @Test
    void connectionsAreBounded() {
        for (int i = 0; i < 15; i++) {
            client("one");
        }
        assertThatThrownBy(() -> SocketClient.open(Steering.token())).hasMessageContaining("WebSocketHandshake");
        given().header("Authorization", "Bearer " + Steering.token())
                .put("/graphql/stream")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .header("RateLimit", notNullValue())
                .header("Vary", containsString("Origin"));
    }

    @Test
    void whoDoesNotTakeEventsOffLosesTheSubscriptionAndNothingElse() {
        SocketClient slow = client("slow").subscribe("a", "subscription { priceChanged { name } }");
        Steering.awaitSubscribers(1);
        slow.stopReading();
        String event = "{\"data\":{\"priceChanged\":{\"name\":\"" + "x".repeat(19_000) + "\"}}}";
        for (int i = 0; i < 3_000 && !Steering.events("next", event).equals("0"); i++) {
            assertThat(i).isLessThan(2_999);
        }
        slow.readOn();
        String last = slow.next();
        while (last.contains("\"type\":\"next\"")) {
            last = slow.next();
        }
        assertThat(last).contains("\"type\":\"error\"", "LIMIT_EXCEEDED");
    }
}
