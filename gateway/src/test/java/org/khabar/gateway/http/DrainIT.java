package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.http.KeptConnection.Answer;

/** The packaged gateway is stopped while it serves, as it is when a new version is rolled out. */
class DrainIT {
    private static final String QUERY = "{\"query\":\"{ products { name reviews { text } } }\"}";

    private static final Duration PROBE_INTERVAL = Duration.ofMillis(500);
    private static final Duration LONGER_THAN_THE_DELAY = Duration.ofSeconds(3);

    private final SlowServices services = new SlowServices();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger answered = new AtomicInteger();
    /** Connections that the gateway said the last answer on. */
    private final AtomicInteger told = new AtomicInteger();

    private String token = "";
    private volatile boolean isSentHere = true;
    private GatewayProcess gateway;

    /** Each answer takes a while, so that there is always something under way. */
    private static final class SlowServices extends TestServices {
        private volatile CountDownLatch asked = new CountDownLatch(1);
        private volatile Duration pause = Duration.ofMillis(50);

        @Override
        byte[] answer(String name, String mode, byte[] body) throws IOException {
            asked.countDown();
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return super.answer(name, mode, body);
        }

        void answerAfter(Duration longer) {
            pause = longer;
            asked = new CountDownLatch(1);
        }

        void awaitAsked() throws InterruptedException {
            asked.await();
        }
    }

    @BeforeEach
    void start() throws IOException, InterruptedException {
        Map<String, String> config = new HashMap<>(services.start());
        config.put("khabar.gateway.first-retry", "100ms");
        config.put("khabar.gateway.poll-interval", "1h");
        config.put("khabar.gateway.quotas.requests", "1000000");
        gateway = GatewayProcess.start(config, Path.of("target/drain.log"));
        gateway.awaitReady();
        token = http.send(
                        HttpRequest.newBuilder(URI.create(config.get("test.services") + "/mint?roles=reader"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    @AfterEach
    void stop() {
        gateway.close();
        services.stop();
    }

    @Test
    void noRequestFailsWhileItIsStopped() throws InterruptedException {
        try (SteadyLoad load = new SteadyLoad()) {
            load.start(1, () -> this::probe);
            load.start(8, this::client);
            await().until(() -> answered.get() > 100);
            gateway.terminate();
            await().atMost(Duration.ofSeconds(30)).until(() -> !gateway.isRunning());
            load.finish();

            assertThat(load.failures()).isEmpty();
            assertThat(told).hasValueGreaterThanOrEqualTo(8);
        }
    }

    @Test
    void oneThatIsUnderWayWhenTheDelayIsOverIsStillAnswered() throws InterruptedException {
        services.answerAfter(LONGER_THAN_THE_DELAY);
        CompletableFuture<Answer> late = CompletableFuture.supplyAsync(() -> {
            try (KeptConnection connection = new KeptConnection(gateway.port())) {
                return connection.post(token, QUERY);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        services.awaitAsked();
        gateway.terminate();

        Answer answer = late.join();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("إبريق").doesNotContain("errors");
        await().atMost(Duration.ofSeconds(30)).until(() -> !gateway.isRunning());
    }

    /** What a load balancer does: it asks now and then, and sends clients here until it is told not to. */
    private boolean probe() throws InterruptedException {
        isSentHere = gateway.isReady();
        Thread.sleep(PROBE_INTERVAL);
        return isSentHere;
    }

    /** Keeps its connection until it is told that this was the last answer on it. */
    private Callable<Boolean> client() throws IOException {
        KeptConnection[] kept = {new KeptConnection(gateway.port())};
        return () -> {
            Answer answer = kept[0].post(token, QUERY);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("إبريق", "جيد").doesNotContain("errors");
            answered.incrementAndGet();
            if (!answer.closes()) {
                return true;
            }
            told.incrementAndGet();
            kept[0].close();
            boolean goesOn = isSentHere;
            if (goesOn) {
                kept[0] = new KeptConnection(gateway.port());
            }
            return goesOn;
        };
    }
}
