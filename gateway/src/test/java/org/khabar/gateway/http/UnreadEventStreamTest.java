package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.khabar.gateway.memory.MemoryBudget;
import org.khabar.gateway.quota.Quotas;

/** Clients that ask for an answer as an event and do not read it. */
@QuarkusTest
@TestProfile(UnreadEventStreamTest.Impatient.class)
@QuarkusTestResource(TestServices.class)
class UnreadEventStreamTest {
    private static final String LARGE = "{\"query\":\"{ products { name } }\"}";

    @Inject
    Quotas quotas;

    @Inject
    MemoryBudget memory;

    @Inject
    Vertx vertx;

    /** A connection that is not read would be kept for long, but event streams are not. */
    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "khabar.gateway.live.unread-timeout", "6s",
                    "khabar.gateway.http.write-timeout", "10m",
                    "khabar.gateway.http.min-reading-rate", "100000000",
                    "khabar.gateway.http.max-answer-bytes", "20000000",
                    "khabar.gateway.http.max-response-bytes", "40000000",
                    "khabar.gateway.http.subgraph-timeout", "30s",
                    "khabar.gateway.memory.budget", "400000000",
                    "khabar.gateway.memory.percent-per-client", "100",
                    "khabar.gateway.quotas.concurrent-per-client", "2");
        }
    }

    @BeforeEach
    void bothSubgraphsAreUp() {
        Services.mode("shop", "up");
        Services.mode("reviews", "up");
        Services.awaitReady();
    }

    @AfterEach
    void nothingIsHeldInTheEnd() {
        Services.mode("shop", "up");
        await().until(() -> memory.inUse() == 0 && quotas.underWay() == 0);
    }

    private static String token(String subject) {
        return Services.token(Map.of("roles", "reader", "subject", subject));
    }

    /** Asks, and reads until the answer has begun. */
    private static Socket ask(String token) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        String head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                + "Content-Type: application/json\r\nAuthorization: Bearer " + token + "\r\nContent-Length: "
                + LARGE.length() + "\r\n\r\n";
        socket.getOutputStream().write((head + LARGE).getBytes(StandardCharsets.US_ASCII));
        StringBuilder read = new StringBuilder();
        while (read.indexOf("event: next") < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as(read.toString()).isNotNegative();
            read.append((char) next);
        }
        return socket;
    }

    /** How much comes until the connection is closed. */
    private static long rest(Socket socket) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long read = 0;
        try {
            for (int more = 0; more >= 0; more = socket.getInputStream().read(buffer)) {
                read += more;
            }
        } catch (SocketException _) {
            // Broken off.
        }
        return read;
    }

    @Test
    @Timeout(120)
    void anAnswerIsUnderWayUntilItHasLeftAndIsBrokenOff() throws IOException {
        Services.mode("shop", "flood");
        String token = token("deaf");
        try (Socket first = ask(token);
                Socket second = ask(token)) {
            assertThat(quotas.underWay()).isEqualTo(2);
            Services.with(Map.of("roles", "reader", "subject", "deaf"))
                    .body(Map.of("query", "{ __typename }"))
                    .post("/graphql")
                    .then()
                    .statusCode(429);

            await().atMost(Duration.ofSeconds(40)).until(() -> quotas.underWay() == 0 && memory.inUse() == 0);
            assertThat(rest(first)).isLessThan(16_000_000);
            assertThat(rest(second)).isLessThan(16_000_000);
        }
    }

    @Test
    @Timeout(120)
    void whoReadsHasItAllAndIsNotUnderWayAnyLonger() throws IOException {
        Services.mode("shop", "flood");
        try (Socket socket = ask(token("reading"))) {
            Thread reader = Thread.startVirtualThread(() -> {
                try {
                    rest(socket);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            await().atMost(Duration.ofSeconds(40)).until(() -> quotas.underWay() == 0 && memory.inUse() == 0);
            assertThat(reader.isAlive()).isTrue();
        }
    }

    @Test
    @Timeout(60)
    void anAnswerMayBeAskedForAsAnEventOverHttp2() {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
        String events = client.request(HttpMethod.POST, RestAssured.port, "localhost", "/graphql")
                .compose(request -> request.putHeader("Authorization", "Bearer " + token("modern"))
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Accept", "text/event-stream")
                        .send("{\"query\":\"{ ledger { title } }\"}"))
                .compose(response -> response.body())
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .toString();
        assertThat(events)
                .contains("event: next\ndata: {\"data\":{\"ledger\":{\"title\":\"دفتر\"}}}", "event: complete");
        await().until(() -> quotas.underWay() == 0);
        client.close();
    }

    /** The connection is well; only the stream is not read. */
    @Test
    @Timeout(120)
    void aStreamOverHttp2IsBrokenOffAlthoughItsAnswerIsComplete() {
        Services.mode("shop", "large");
        HttpClientOptions options =
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false);
        HttpClient client = vertx.createHttpClient(options);
        CompletableFuture<Throwable> brokenOff = new CompletableFuture<>();
        HttpClientRequest request = client.request(HttpMethod.POST, RestAssured.port, "localhost", "/graphql")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        request.response().onSuccess(response -> {
            response.pause();
            response.exceptionHandler(brokenOff::complete);
        });
        request.putHeader("Authorization", "Bearer " + token("deaf"))
                .putHeader("Content-Type", "application/json")
                .putHeader("Accept", "text/event-stream")
                .end(LARGE);
        await().until(() -> memory.inUse() > 2_000_000);
        assertThat(quotas.underWay()).isEqualTo(1);

        await().atMost(Duration.ofSeconds(40)).until(() -> quotas.underWay() == 0 && memory.inUse() == 0);
        await().until(brokenOff::isDone);
        assertThat(brokenOff.join()).isInstanceOf(StreamResetException.class);
        client.close();
    }
}
