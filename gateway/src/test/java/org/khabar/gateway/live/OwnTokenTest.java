package org.khabar.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Subscriptions of callers without a token, while the gateway can get none of its own. */
@QuarkusTest
@TestProfile(OwnTokenTest.Strangers.class)
class OwnTokenTest {
    private final Connections connections;

    OwnTokenTest(Connections connections) {
        this.connections = connections;
    }

    /** Anybody may ask. */
    public static class Strangers extends LiveProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(super.getConfigOverrides());
            config.put("khabar.gateway.anonymous-access", "true");
            return config;
        }
    }

    /** No token is good for longer than the moment, so each event needs one. */
    @BeforeEach
    void reset() {
        Steering.reset();
        Steering.tokens("given", -5);
    }

    @AfterEach
    void allIsLetGo() {
        Steering.tokens("given", 300);
        Steering.awaitSubscribers(0);
        await().until(() -> connections.size() == 0 && connections.subscriptions() == 0);
    }

    private static SocketClient subscribed() {
        SocketClient client = SocketClient.open(null).init().subscribe("a", Steering.PRICES);
        Steering.awaitSubscribers(1);
        return client;
    }

    @Test
    void eventsWaitWhileTheIdentityProviderIsAwayForAMoment() {
        try (SocketClient client = subscribed()) {
            Steering.tokens("refused", -5);
            Steering.events("next", Steering.EVENT);
            Steering.events("next", Steering.EVENT);
            Steering.awaitTokensAsked(2);
            Steering.tokens("given", -5);
            assertThat(client.next("a", "next")).isEqualTo(Steering.ANSWER);
            assertThat(client.next("a", "next")).isEqualTo(Steering.ANSWER);
        }
    }

    @Test
    void aSubscriptionEndsWithACodeToComeBackForWhenItStaysAway() {
        try (SocketClient client = subscribed()) {
            Steering.tokens("refused", -5);
            Steering.events("next", Steering.EVENT);
            assertThat(client.next("a", "error")).contains("\"code\":\"SUBGRAPH_UNAVAILABLE\"", "subscribe again");
            Steering.awaitSubscribers(0);
            Steering.tokens("given", -5);
            client.subscribe("a", Steering.PRICES);
            Steering.awaitSubscribers(1);
            Steering.events("next", Steering.EVENT);
            assertThat(client.next("a", "next")).isEqualTo(Steering.ANSWER);
        }
    }

    @Test
    void nobodyWaitsForATokenThatASubscriptionThatIsLeftHadWantedLast() {
        try (SocketClient client = subscribed()) {
            Steering.tokens("refused", -5);
            Steering.events("next", Steering.EVENT);
            Steering.awaitTokensAsked(1);
            client.send("{\"id\":\"a\",\"type\":\"complete\"}");
            Steering.awaitSubscribers(0);
            Steering.tokens("given", -5);
            client.subscribe("q", "{ product(upc: \"u1\") { price } }");
            assertThat(client.next("q", "next")).isEqualTo("{\"data\":{\"product\":{\"price\":7}}}");
        }
    }
}
