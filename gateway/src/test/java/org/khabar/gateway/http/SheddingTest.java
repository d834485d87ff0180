package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.shedding.EventLoops;

/** The event loops stand still for a while. */
@QuarkusTest
@TestProfile(SheddingTest.Impatient.class)
@QuarkusTestResource(TestServices.class)
class SheddingTest {
    private static final Duration MAX_LAG = Duration.ofMillis(500);

    /** Every loop is as late as counts then, whenever its timer ran last. */
    private static final Duration LATE = MAX_LAG.multipliedBy(3);

    private final Phaser standing = new Phaser(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @Inject
    Vertx vertx;

    @Inject
    EventLoops loops;

    /** Requests are turned away soon. */
    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("khabar.gateway.shedding.max-lag", MAX_LAG.toMillis() + "ms");
        }
    }

    @AfterEach
    void letGo() {
        release.countDown();
    }

    @Test
    void requestsThatComeMeanwhileAreAskedToComeBackBeforeAnythingIsDoneForThem() throws Exception {
        Services.awaitReady();
        vertx.nettyEventLoopGroup().forEach(loop -> {
            standing.register();
            loop.execute(this::standStill);
        });
        standing.arriveAndAwaitAdvance();
        long since = System.nanoTime();
        await().until(() -> System.nanoTime() - since > LATE.toNanos());
        assertThat(loops.lag()).isGreaterThan(MAX_LAG);

        // Neither has a token, nor the first the body that it announces.
        try (Socket post = send("POST /graphql", "Content-Type: application/json\r\nContent-Length: 100\r\n");
                Socket stream = send("GET /graphql/stream?query=%7B__typename%7D", "Accept: text/event-stream\r\n");
                Socket health = send("GET /q/health/live", "")) {
            release.countDown();
            assertThat(answer(post))
                    .startsWith("HTTP/1.1 503")
                    .contains("Retry-After: 1\r\n", "\"code\":\"OVERLOADED\"");
            assertThat(answer(stream)).startsWith("HTTP/1.1 503").contains("OVERLOADED");
            assertThat(answer(health)).startsWith("HTTP/1.1 200");
        }

        await().until(() -> Services.ask("{ products { name } }").statusCode() == 200);
        assertThat(Services.metrics("service"))
                .containsPattern("khabar_gateway_shed_total [2-9]")
                .contains("khabar_gateway_event_loop_lag_seconds ");
    }

    private void standStill() {
        standing.arriveAndDeregister();
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Socket send(String what, String headers) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        String head = what + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            assertThat(next).as("a byte after: " + answer).isNotNegative();
            answer.append((char) next);
        }
        String[] length = answer.toString().toLowerCase(Locale.ROOT).split("content-length: ", 2);
        int bytes = Integer.parseInt(length[1].split("\r\n", 2)[0]);
        return answer + new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }
}
