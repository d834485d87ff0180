package org.khabar.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.memory.MemoryBudget;

/** Clients whose connection is slow live on, while signs of life are asked for often. */
@QuarkusTest
@TestProfile(SlowSocketTest.Slow.class)
class SlowSocketTest {
    private final Connections connections;
    private final MemoryBudget memory;

    SlowSocketTest(Connections connections, MemoryBudget memory) {
        this.connections = connections;
        this.memory = memory;
    }

    /** Little patience with who gives no sign of life, and a lot with who reads slowly. */
    public static class Slow extends LiveProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(super.getConfigOverrides());
            config.put("khabar.gateway.live.unread-timeout", "1s");
            config.put("khabar.gateway.live.max-pong-bytes", "1000000");
            config.put("khabar.gateway.http.min-reading-rate", "1");
            config.put("khabar.gateway.limits.max-body-bytes", "1000000");
            config.put("khabar.gateway.memory.budget", "400000000");
            return config;
        }
    }

    @BeforeEach
    void reset() {
        Steering.reset();
    }

    @AfterEach
    void allIsLetGo() {
        await().atMost(Duration.ofSeconds(15)).until(() -> connections.size() == 0 && memory.inUse() == 0);
    }

    private static FrameClient ready(String subject) throws IOException {
        return FrameClient.ready(Steering.token(Map.of("subject", subject)));
    }

    /** A message of so many bytes that is answered with as many. */
    private static byte[] ping(int bytes) {
        String opening = "{\"type\":\"ping\",\"payload\":{\"text\":\"";
        return (opening + "x".repeat(bytes - opening.length() - 3) + "\"}}").getBytes(StandardCharsets.US_ASCII);
    }

    /** The next message that is no ping. */
    private static String answer(FrameClient client) throws IOException {
        String text = client.nextText();
        while (text.equals("{\"type\":\"ping\"}")) {
            text = client.nextText();
        }
        return text;
    }

    @Test
    void aMessageMayComeInMoreSlowlyThanSignsOfLife() throws IOException {
        try (FrameClient client = ready("uploading")) {
            byte[] message = ping(200_000);
            client.frame(FrameClient.TEXT, true, message.length, new byte[0]);
            AtomicInteger sent = new AtomicInteger();
            await().pollInterval(Duration.ofMillis(200))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> {
                        int from = sent.getAndAdd(10_000);
                        client.more(Arrays.copyOfRange(message, from, from + 10_000));
                        return sent.get() == message.length;
                    });
            assertThat(answer(client))
                    .hasSize("{\"type\":\"pong\",\"payload\":{\"text\":\"\"}}".length()
                            + message.length
                            - "{\"type\":\"ping\",\"payload\":{\"text\":\"\"}}".length());
        }
    }

    /** It is asked for nothing that could not be read from it, and has the time that what waits takes. */
    @Test
    void whoTakesLongToReadIsNotTakenForDead() throws IOException {
        try (FrameClient client = ready("reading")) {
            byte[] message = ping(800_000);
            Thread asking = Thread.startVirtualThread(() -> {
                try {
                    for (int i = 0; i < 12; i++) {
                        client.frame(FrameClient.TEXT, true, message);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            await().atMost(Duration.ofSeconds(10)).until(() -> memory.heldBy("account:reading") > 0);
            await().during(Duration.ofSeconds(4))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> connections.size() == 1 && memory.heldBy("account:reading") > 0);
            for (int i = 0; i < 12; i++) {
                assertThat(answer(client)).startsWith("{\"type\":\"pong\",\"payload\":{\"text\":\"xxx");
            }
            await().until(() -> !asking.isAlive());
        }
    }
}
