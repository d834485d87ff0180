package org.khabar.gateway.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.memory.MemoryBudget;
import org.khabar.gateway.quota.Quotas;

/** What one client may take of the connections that stay open, and what it leaves behind. */
@QuarkusTest
@TestProfile(LiveClientsTest.Few.class)
class LiveClientsTest {
    private static final String QUERY = "{ product(upc: \"u1\") { price } }";
    private static final String TOKEN = "X-GraphQL-Event-Stream-Token";

    private final Connections connections;
    private final Quotas quotas;
    private final MemoryBudget memory;
    private final List<AutoCloseable> clients = new ArrayList<>();

    LiveClientsTest(Connections connections, Quotas quotas, MemoryBudget memory) {
        this.memory = memory;
        this.connections = connections;
        this.quotas = quotas;
    }

    /** Little for each client, and addresses that tests may choose. */
    public static class Few extends LiveProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(super.getConfigOverrides());
            config.put("quarkus.http.proxy.proxy-address-forwarding", "true");
            config.put("quarkus.http.proxy.allow-x-forwarded", "true");
            config.put("khabar.gateway.anonymous-access", "true");
            config.put("khabar.gateway.live.init-timeout", "60s");
            config.put("khabar.gateway.live.ping-interval", "60s");
            config.put("khabar.gateway.live.max-connections-per-client", "3");
            config.put("khabar.gateway.live.max-unnamed-connections", "5");
            config.put("khabar.gateway.live.max-subscriptions-per-client", "2");
            config.put("khabar.gateway.live.max-init-bytes", "4096");
            config.put("khabar.gateway.live.max-free-messages", "1000000");
            config.put("khabar.gateway.live.unread-timeout", "1s");
            config.put("khabar.gateway.quotas.requests", "30");
            config.put("khabar.gateway.quotas.period", "24h");
            config.put("khabar.gateway.quotas.concurrent-per-client", "2");
            return config;
        }
    }

    @BeforeEach
    void reset() {
        Steering.reset();
    }

    @AfterEach
    void allIsLetGo() throws Exception {
        Steering.hold(false);
        for (AutoCloseable client : clients) {
            client.close();
        }
        await().until(() -> connections.size() == 0
                && connections.subscriptions() == 0
                && quotas.underWay() == 0
                && memory.inUse() == 0);
    }

    private <T extends AutoCloseable> T kept(T client) {
        clients.add(client);
        return client;
    }

    private static String token(String subject) {
        return Steering.token(Map.of("subject", subject));
    }

    private static ValidatableResponse reserve(String subject) {
        return given().header("Authorization", "Bearer " + token(subject))
                .put("/graphql/stream")
                .then();
    }

    private static void assertRefused(Runnable opening) {
        assertThatThrownBy(opening::run)
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("WebSocketHandshake");
    }

    @Test
    void connectionsOfAClientAreBounded() {
        for (int i = 0; i < 3; i++) {
            kept(SocketClient.ready(token("one")));
        }
        reserve("one")
                .statusCode(429)
                .header("Retry-After", "5")
                .body("errors[0].message", equalTo("You have too many connections"));
        assertRefused(() -> SocketClient.open(token("one")));
        SocketClient browser = kept(SocketClient.openFrom("192.0.2.1"));
        browser.send("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + token("one") + "\"}}");
        assertThat(browser.closeCode()).isEqualTo(1013);
        kept(SocketClient.ready(token("other")));
    }

    @Test
    void connectionsOfWhoHasNotSaidWhoItIsAreBounded() {
        for (int i = 0; i < 3; i++) {
            kept(SocketClient.openFrom("192.0.2.2"));
        }
        assertRefused(() -> SocketClient.openFrom("192.0.2.2"));
        SocketClient fourth = kept(SocketClient.openFrom("192.0.2.3"));
        kept(SocketClient.openFrom("192.0.2.4"));
        assertRefused(() -> SocketClient.openFrom("192.0.2.5"));
        fourth.init();
        kept(SocketClient.openFrom("192.0.2.5"));
        kept(SocketClient.ready(token("named")));
    }

    @Test
    void connectionsAreTakenOutOfTheQuota() {
        for (int i = 0; i < 30; i++) {
            reserve("often");
        }
        reserve("often").statusCode(429).body("errors[0].message", equalTo("You ask too often"));
        await().until(() -> connections.size() == 0);
        assertRefused(() -> SocketClient.open(token("often")));
    }

    @Test
    void anAddressIsOneClientWhateverItsLastBitsAre() {
        SocketClient first = kept(SocketClient.openFrom("[2001:db8:1:2::1]")).init();
        first.subscribe("a", Steering.PRICES).subscribe("b", Steering.PRICES);
        Steering.awaitSubscribers(2);
        SocketClient second = kept(SocketClient.openFrom("[2001:db8:1:2::2]")).init();
        assertThat(second.subscribe("c", Steering.PRICES).next("c", "error")).contains("LIMIT_EXCEEDED");
        kept(SocketClient.openFrom("[2001:db8:1:3::1]")).init().subscribe("d", Steering.PRICES);
        Steering.awaitSubscribers(3);
    }

    @Test
    void operationsOverSocketsCountAsUnderWay() {
        Steering.hold(true);
        SocketClient client = kept(SocketClient.ready(token("busy")));
        client.subscribe("events", Steering.PRICES);
        Steering.awaitSubscribers(1);
        client.subscribe("a", QUERY);
        kept(SocketClient.ready(token("busy"))).subscribe("b", QUERY);
        await().until(() -> quotas.underWay() == 2);
        client.subscribe("c", QUERY);
        assertThat(client.next("c", "error")).contains("LIMIT_EXCEEDED", "2 requests under way");
        Steering.hold(false);
        client.next("a", "next");
        client.next("a", "complete");
        await().until(() -> quotas.underWay() == 0);
        client.subscribe("c", QUERY).next("c", "next");
    }

    @Test
    void operationsOverEventStreamsCountAsUnderWay() {
        Steering.hold(true);
        String token = token("streaming");
        EventStreamClient first = kept(EventStreamClient.open(post(token)));
        kept(EventStreamClient.open(post(token)));
        await().until(() -> quotas.underWay() == 2);
        assertThat(kept(EventStreamClient.open(post(token))).status()).isEqualTo(429);
        first.close();
        await().until(() -> quotas.underWay() == 1);
        EventStreamClient third = kept(EventStreamClient.open(post(token)));
        assertThat(third.status()).isEqualTo(200);
        Steering.hold(false);
        assertThat(third.next()).isEqualTo("next {\"data\":{\"product\":{\"price\":7}}}");
    }

    private static HttpRequest.Builder post(String token) {
        return EventStreamClient.request("/graphql", token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        new JsonObject().put("query", QUERY).encode()));
    }

    @Test
    void operationsOfASharedStreamCountAsUnderWay() {
        Steering.hold(true);
        String token = token("sharing");
        String stream = reserve("sharing").statusCode(201).extract().asString();
        kept(EventStreamClient.open(
                EventStreamClient.request("/graphql/stream", token).header(TOKEN, stream)));
        operate(token, stream, "a").statusCode(202);
        operate(token, stream, "a").statusCode(409);
        operate(token, stream, "b").statusCode(202);
        assertThat(quotas.underWay()).isEqualTo(2);
        operate(token, stream, "c").statusCode(429).header("Retry-After", "1");
        Steering.hold(false);
        await().until(() -> quotas.underWay() == 0);
    }

    private static ValidatableResponse operate(String token, String stream, String id) {
        return given().header("Authorization", "Bearer " + token)
                .header(TOKEN, stream)
                .contentType("application/json")
                .body(Map.of("query", QUERY, "extensions", Map.of("operationId", id)))
                .post("/graphql/stream")
                .then();
    }

    @Test
    void bodiesThatAreWaitedForCountAsUnderWay() throws IOException {
        String token = token("slow");
        for (int i = 0; i < 2; i++) {
            String head =
                    "POST /graphql HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
                            + token + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
            write(kept(new Socket("localhost", Steering.port())), head);
        }
        await().until(() -> quotas.underWay() == 2);
        assertThat(kept(EventStreamClient.open(post(token))).status()).isEqualTo(429);
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Test
    void aStreamWhoseClientLeavesBeforeItBeginsIsLetGo() throws IOException {
        for (int i = 0; i < 10; i++) {
            String subject = "leaver" + i;
            String stream = reserve(subject).statusCode(201).extract().asString();
            try (Socket socket = new Socket("localhost", Steering.port())) {
                socket.setSoLinger(true, 0);
                write(
                        socket,
                        "GET /graphql/stream?token=" + stream + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + token(subject) + "\r\n\r\n");
            }
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> connections.size() == 0);
    }

    @Test
    void largePayloadsOfPingsAreNotSentBack() {
        SocketClient client = kept(SocketClient.ready(token("pinging")));
        assertThat(client.send(ping(2000)).next()).isEqualTo("{\"type\":\"pong\"}");
        assertThat(client.send(ping(1000)).next()).contains("\"payload\":{\"text\":\"xxx");
    }

    @Test
    void littleIsTakenBeforeAClientSaysWhoItIs() {
        SocketClient client = kept(SocketClient.open(token("talkative")));
        client.send(ping(2000)).send(ping(2000)).send(ping(2000));
        assertThat(client.closeCode()).isEqualTo(4400);
    }

    private static String ping(int length) {
        return "{\"type\":\"ping\",\"payload\":{\"text\":\"" + "x".repeat(length) + "\"}}";
    }

    /** It goes on asking, so it is alive; what it does not read would pile up. */
    @Test
    void whoReadsNothingIsNotReadFromAndBrokenOff() {
        Steering.hold(true);
        SocketClient client = kept(SocketClient.ready(token("deaf")));
        client.subscribe("a", QUERY).stopReading();
        await().until(() -> quotas.underWay() == 1);
        Thread asking = Thread.startVirtualThread(() -> askOn(client));
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .until(() -> memory.heldBy("account:deaf") > 0);
        await().atMost(Duration.ofSeconds(30)).until(() -> connections.size() == 0 && quotas.underWay() == 0);
        await().until(() -> !asking.isAlive());
    }

    private static void askOn(SocketClient client) {
        try {
            for (int i = 0; i < 200_000; i++) {
                client.send(ping(1000));
            }
        } catch (CompletionException _) {
            // That is what is hoped for.
        }
    }
}
