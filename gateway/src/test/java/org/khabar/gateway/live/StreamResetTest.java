package org.khabar.gateway.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.VertxImpl;
import io.vertx.core.json.JsonObject;
import java.lang.reflect.Field;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.memory.MemoryBudget;
import org.khabar.gateway.quota.Quotas;

/** Clients that reset a stream of an HTTP/2 connection which lasts, at any moment. */
@QuarkusTest
@TestProfile(OwnTokenTest.Strangers.class)
class StreamResetTest {
    /** Vert.x closes a connection with more than 200 resets in half a minute. */
    private static final int RESETS = 150;

    private static final String QUERY = "{ product(upc: \"u1\") { price } }";

    private final Connections connections;
    private final Quotas quotas;
    private final MemoryBudget memory;
    private final Vertx gateway;
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient(
            new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));

    StreamResetTest(Connections connections, Quotas quotas, MemoryBudget memory, Vertx gateway) {
        this.connections = connections;
        this.quotas = quotas;
        this.memory = memory;
        this.gateway = gateway;
    }

    @BeforeEach
    void reset() {
        Steering.reset();
        Steering.tokens("given", 300);
        health();
    }

    @AfterEach
    void close() {
        Steering.tokens("given", 300);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static <T> T join(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private HttpClientRequest request(HttpMethod method, String path) {
        return join(client.request(method, Steering.port(), "localhost", path));
    }

    /** What was sent on the connection before has arrived. */
    private void health() {
        assertThat(answer(request(HttpMethod.GET, "/q/health/live"))).contains("UP");
    }

    private static String answer(HttpClientRequest request) {
        return join(request.send().compose(HttpClientResponse::body)).toString();
    }

    private HttpClientRequest get(String path, String query) {
        return request(HttpMethod.GET, path + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .putHeader("GraphQL-Preflight", "1");
    }

    private int timers() throws ReflectiveOperationException {
        Field timeouts = VertxImpl.class.getDeclaredField("timeouts");
        timeouts.setAccessible(true);
        return ((Map<?, ?>) Objects.requireNonNull(timeouts.get(gateway))).size();
    }

    private void awaitNothingIsHeld(int timersBefore) {
        await().until(() -> connections.size() == 0
                && connections.subscriptions() == 0
                && quotas.underWay() == 0
                && memory.inUse() == 0);
        Steering.awaitSubscribers(0);
        // One more may be the gateway's own: it looks for new schemas from time to time.
        await().atMost(Duration.ofSeconds(20)).until(() -> timers() <= timersBefore + 1);
    }

    @Test
    void whatIsResetWhileItIsFoundOutWhoAsksBeginsNothing() throws ReflectiveOperationException {
        Steering.tokens("given", -5);
        health();
        int timers = timers();
        Steering.tokens("held", -5);
        List<HttpClientRequest> requests = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            requests.add(get("/graphql", Steering.PRICES).putHeader("Accept", "text/event-stream"));
            requests.add(get("/graphql", QUERY));
        }
        requests.forEach(request -> request.end());
        Steering.awaitTokensAsked(1);
        requests.forEach(request -> request.reset());
        health();
        Steering.tokens("given", -5);

        assertThat(answer(get("/graphql", QUERY))).isEqualTo("{\"data\":{\"product\":{\"price\":7}}}");
        assertThat(Steering.events("seen", "")).isEmpty();
        awaitNothingIsHeld(timers);
    }

    @Test
    void whateverIsResetWheneverLeavesNothing() throws ReflectiveOperationException {
        int timers = timers();
        String token = Steering.token();
        Random random = new Random(11);
        for (int i = 0; i < RESETS; i++) {
            leave(random, token);
            if (random.nextInt(8) == 0) {
                health();
            }
        }
        health();

        awaitNothingIsHeld(timers);
        assertThat(answer(get("/graphql", QUERY))).isEqualTo("{\"data\":{\"product\":{\"price\":7}}}");
    }

    @Test
    void aClientThatLeavesItsQueryIsNoFaultOfTheGateway() {
        Steering.hold(true);
        try {
            HttpClientRequest request = get("/graphql", QUERY);
            request.end();
            await().until(() -> quotas.underWay() == 1);
            request.reset();
            await().until(() -> quotas.underWay() == 0);
        } finally {
            Steering.hold(false);
        }
        assertNothingIsToldOfAsAFault();
    }

    private static void assertNothingIsToldOfAsAFault() {
        String metrics = given().header("Authorization", "Bearer " + Steering.token(Map.of("roles", "admin")))
                .get("/q/metrics")
                .asString();
        assertThat(metrics).contains("khabar_gateway_connections ").doesNotContain("outcome=\"INTERNAL\"");
    }

    private HttpClientRequest post(String accept) {
        return request(HttpMethod.POST, "/graphql")
                .putHeader("Authorization", "Bearer " + Steering.token())
                .putHeader("Content-Type", "application/json")
                .putHeader("Accept", accept);
    }

    private static String body(String query) {
        return new JsonObject().put("query", query).encode();
    }

    @Test
    void anOperationThatIsPostedHasItsEvents() {
        StringBuffer events = new StringBuffer();
        HttpClientRequest request = post("text/event-stream");
        request.response().onSuccess(response -> response.handler(chunk -> events.append(chunk.toString())));
        request.end(body(Steering.PRICES));
        Steering.awaitSubscribers(1);
        Steering.events("next", Steering.EVENT);
        Steering.events("complete", "");

        await().until(() -> events.indexOf("event: complete") >= 0);
        assertThat(events.toString()).contains("event: next\ndata: " + Steering.ANSWER + "\n\n");
        awaitNothingIsHeld(Integer.MAX_VALUE - 1);
    }

    @Test
    void anAnswerInPartsIsNoFaultOfTheGateway() {
        String query = "{ product(upc: \"u1\") { price ... @defer { reviews { text } } } }";
        String parts = join(post("multipart/mixed").send(body(query)).compose(HttpClientResponse::body))
                .toString();

        assertThat(parts).contains("\"hasNext\":true", "\"hasNext\":false");
        assertNothingIsToldOfAsAFault();
    }

    private void leave(Random random, String token) {
        String query = random.nextInt(4) == 0 ? QUERY : Steering.PRICES;
        boolean isGet = random.nextBoolean();
        HttpClientRequest request = isGet ? get("/graphql", query) : request(HttpMethod.POST, "/graphql");
        request.putHeader("Authorization", "Bearer " + token);
        if (random.nextInt(4) > 0) {
            request.putHeader("Accept", "text/event-stream");
        }
        if (isGet) {
            request.end();
        } else {
            request.putHeader("Content-Type", "application/json");
            String body = new JsonObject().put("query", query).encode();
            if (random.nextInt(4) == 0) {
                request.setChunked(true).write(body.substring(0, 9));
            } else {
                request.end(body);
            }
        }
        switch (random.nextInt(3)) {
            case 0 -> request.reset();
            case 1 -> {
                health();
                request.reset();
            }
            default -> Steering.events("count", "");
        }
        request.reset();
    }
}
