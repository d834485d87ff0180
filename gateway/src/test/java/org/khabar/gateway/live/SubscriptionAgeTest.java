package org.khabar.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.memory.MemoryBudget;

/** What a subscription may not do for ever: last, and have events wait. */
@QuarkusTest
@TestProfile(SubscriptionAgeTest.Short.class)
class SubscriptionAgeTest {
    private final MemoryBudget memory;

    SubscriptionAgeTest(MemoryBudget memory) {
        this.memory = memory;
    }

    /** Subscriptions last for three seconds, and there is memory for one with three events that wait. */
    public static class Short extends LiveProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(super.getConfigOverrides());
            config.put("khabar.gateway.live.max-subscription-age", "3s");
            config.put("khabar.gateway.memory.budget", "65536");
            config.put("khabar.gateway.memory.percent-per-client", "100");
            config.put("khabar.gateway.live.max-waiting-events", "1000");
            return config;
        }
    }

    @BeforeEach
    void reset() {
        Steering.reset();
        Steering.awaitSubscribers(0);
    }

    @Test
    void aSubscriptionThatHasGrownOldEndsWithACodeToComeBackFor() {
        try (SocketClient client = SocketClient.ready(Steering.token())) {
            client.subscribe("a", Steering.PRICES);
            Steering.awaitSubscribers(1);
            assertThat(client.next("a", "error")).contains("\"code\":\"SUBSCRIPTION_EXPIRED\"", "subscribe again");
            Steering.awaitSubscribers(0);
            client.subscribe("q", "{ product(upc: \"u1\") { price } }");
            assertThat(client.next("q", "next")).isEqualTo("{\"data\":{\"product\":{\"price\":7}}}");
        }
    }

    @Test
    void eventsThatThereIsNoMemoryForDoNotWait() {
        try (SocketClient client = SocketClient.ready(Steering.token())) {
            client.subscribe("a", Steering.PRICES);
            Steering.awaitSubscribers(1);
            Steering.hold(true);
            String event = "{\"data\":{\"priceChanged\":{\"upc\":\"u1\",\"name\":\"" + "x".repeat(19_000) + "\"}}}";
            for (int i = 0; i < 4; i++) {
                Steering.events("next", event);
            }
            assertThat(client.next("a", "error")).contains("\"code\":\"OVERLOADED\"");
        } finally {
            Steering.hold(false);
        }
        Steering.awaitSubscribers(0);
        await().until(() -> memory.inUse() == 0);
        assertThat(memory.refused()).isPositive();
    }
}
