package org.khabar.gateway.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.schema.SchemaKeeper;
import org.khabar.gateway.schema.SchemaState;
import org.khabar.gateway.schema.ServedSchema;

/** Another schema is served while clients have subscriptions. */
@QuarkusTest
@TestProfile(SchemaChangeTest.Soon.class)
class SchemaChangeTest {
    private static final Pattern LOOSE_NAME = Pattern.compile("\n +name: String(?!!)");

    private final SchemaKeeper keeper;
    private final Connections connections;

    SchemaChangeTest(SchemaKeeper keeper, Connections connections) {
        this.keeper = keeper;
        this.connections = connections;
    }

    /** Subscriptions are looked at soon after, and all is logged. */
    public static class Soon extends LiveProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(super.getConfigOverrides());
            config.put("khabar.gateway.live.schema-change-window", "50ms");
            config.put("khabar.gateway.access-log.enabled", "true");
            config.put("khabar.gateway.http.slow-query", "0s");
            // Answers that are held back are not to be late.
            config.put("khabar.gateway.http.subgraph-timeout", "20s");
            return config;
        }
    }

    @BeforeEach
    void reset() {
        Steering.reset();
        serve("");
    }

    @AfterEach
    void allIsLetGo() {
        Steering.awaitSubscribers(0);
        await().until(() -> connections.size() == 0 && connections.subscriptions() == 0);
    }

    /** Waits until the schema with this variant of the shop is served. */
    private void serve(String variant) {
        String before = sdl();
        boolean isOther = !variant.equals(variantOf(before));
        Steering.schema("shop", variant);
        if (isOther) {
            await().until(() -> variant.equals(variantOf(sdl())));
        }
    }

    private String sdl() {
        return keeper.state() instanceof SchemaState.Serving(ServedSchema schema, var _)
                ? schema.supergraph().sdl()
                : "";
    }

    private static String variantOf(String sdl) {
        if (sdl.contains("color: String")) {
            return ".grown";
        }
        if (sdl.contains("priceFell")) {
            return ".renamed";
        }
        return LOOSE_NAME.matcher(sdl).find() ? ".loose" : "";
    }

    @Test
    void aSubscriptionThatIsTheSameByBothGoesOnAndIsStillFollowed() {
        try (SocketClient client = SocketClient.ready(Steering.token());
                SocketClient other = SocketClient.ready(Steering.token())) {
            client.subscribe("a", Steering.PRICES);
            Steering.awaitSubscribers(1);

            serve(".grown");
            Steering.events("next", Steering.EVENT);
            assertThat(client.next("a", "next")).isEqualTo(Steering.ANSWER);
            other.subscribe("b", "subscription { priceChanged { color } }");
            Steering.awaitSubscribers(2);

            serve("");
            assertThat(other.next("b", "error")).contains("\"code\":\"SCHEMA_CHANGED\"", "subscribe again");
            Steering.awaitSubscribers(1);
            Steering.events("next", Steering.EVENT);
            assertThat(client.next("a", "next")).isEqualTo(Steering.ANSWER);

            serve(".renamed");
            assertThat(client.next("a", "error")).contains("\"code\":\"SCHEMA_CHANGED\"");
            client.subscribe("a", Steering.PRICES);
            assertThat(client.next("a", "error")).contains("\"code\":\"GRAPHQL_VALIDATION_FAILED\"");
        }
    }

    @Test
    void oneWhoseAnswersWouldBeOthersEndsWithACodeToComeBackFor() {
        try (SocketClient client = SocketClient.ready(Steering.token())) {
            client.subscribe("a", Steering.PRICES);
            Steering.awaitSubscribers(1);

            serve(".loose");
            assertThat(client.next("a", "error")).contains("\"code\":\"SCHEMA_CHANGED\"");
            Steering.awaitSubscribers(0);
            client.subscribe("a", Steering.PRICES);
            Steering.awaitSubscribers(1);
            Steering.events("next", Steering.EVENT);
            assertThat(client.next("a", "next")).isEqualTo(Steering.ANSWER);
        }
    }

    @Test
    void anEventStreamIsCompletedAfterTheCode() {
        try (EventStreamClient client = EventStreamClient.open(EventStreamClient.request("/graphql", Steering.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        new JsonObject().put("query", Steering.PRICES).encode())))) {
            Steering.awaitSubscribers(1);

            serve(".loose");
            assertThat(client.next()).startsWith("next {\"errors\":").contains("\"code\":\"SCHEMA_CHANGED\"");
            assertThat(client.next()).isEqualTo("complete");
            assertThat(client.next()).isEqualTo("end");
        }
    }

    @Test
    void eventsThatWereThereBeforeAreSentFirst() {
        try (SocketClient client = SocketClient.ready(Steering.token())) {
            client.subscribe("a", Steering.PRICES);
            Steering.awaitSubscribers(1);
            Steering.hold(true);
            Steering.events("next", Steering.EVENT);
            Steering.events("next", Steering.EVENT);

            serve(".loose");
            // Nothing more is taken from the subgraph, and what it sent is answered.
            Steering.awaitSubscribers(0);
            Steering.hold(false);
            assertThat(client.next("a", "next")).isEqualTo(Steering.ANSWER);
            assertThat(client.next("a", "next")).isEqualTo(Steering.ANSWER);
            assertThat(client.next("a", "error")).contains("\"code\":\"SCHEMA_CHANGED\"");
        } finally {
            Steering.hold(false);
        }
    }

    @Test
    void operatorsSeeThatItWasTheSchema() {
        try (SocketClient client = SocketClient.ready(Steering.token())) {
            client.subscribe("a", Steering.PRICES);
            Steering.awaitSubscribers(1);
            serve(".loose");
            client.next("a", "error");
        }
        String metrics = given().header("Authorization", "Bearer " + Steering.token(Map.of("roles", "admin")))
                .get("/q/metrics")
                .asString();
        assertThat(metrics).contains("khabar_gateway_requests_total{outcome=\"SCHEMA_CHANGED\"}");
    }
}
