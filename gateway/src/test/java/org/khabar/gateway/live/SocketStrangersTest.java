package org.khabar.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.http.WebSocketHandshakeException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many tokens that are not good one address may show over WebSocket, and who suffers from it. */
@QuarkusTest
@TestProfile(SocketStrangersTest.SmallQuotas.class)
class SocketStrangersTest {
    private static final int REQUESTS = 20;

    /** Small quotas, and addresses that tests choose. */
    public static final class SmallQuotas extends LiveProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(super.getConfigOverrides());
            config.put("quarkus.http.proxy.proxy-address-forwarding", "true");
            config.put("khabar.gateway.quotas.requests", String.valueOf(REQUESTS));
            config.put("khabar.gateway.quotas.period", "1h");
            return config;
        }
    }

    @BeforeEach
    void reset() {
        Steering.reset();
    }

    private static String token(String subject) {
        return Steering.token(Map.of("subject", subject));
    }

    private static String forged() {
        return Steering.token(Map.of("key", "other"));
    }

    /** The status that a handshake is refused with. */
    private static int refusal(Supplier<SocketClient> opening) {
        CompletionException refused = catchThrowableOfType(
                CompletionException.class, () -> opening.get().close());
        assertThat(refused).hasCauseInstanceOf(WebSocketHandshakeException.class);
        return ((WebSocketHandshakeException) Objects.requireNonNull(refused.getCause()))
                .getResponse()
                .statusCode();
    }

    private static int refusal(String address, String token) {
        return refusal(() -> SocketClient.openFrom(address, token));
    }

    private static int closeCode(String address, String token) {
        try (SocketClient client = SocketClient.openFrom(address)) {
            return client.init(token).closeCode();
        }
    }

    @Test
    void forgedTokensInTheHeaderUseUpTheirAddressAndNoOther() {
        String forged = forged();
        for (int i = 0; i < REQUESTS; i++) {
            assertThat(refusal("192.0.2.1", forged)).isEqualTo(401);
        }

        assertThat(refusal("192.0.2.1", forged)).isEqualTo(429);
        assertThat(refusal("192.0.2.1", token("newcomer"))).isEqualTo(429);
        assertThat(refusal("192.0.2.2", forged)).isEqualTo(401);
    }

    @Test
    void forgedTokensInTheFirstMessageCostTheirAddressMoreThanTheSocket() {
        String forged = forged();
        for (int i = 0; i < REQUESTS / 2; i++) {
            assertThat(closeCode("192.0.2.3", forged)).isEqualTo(Protocol.FORBIDDEN);
        }

        assertThat(refusal(() -> SocketClient.openFrom("192.0.2.3"))).isEqualTo(429);
    }

    @Test
    void aTokenIsNotLookedAtWhereTheAddressHasNothingLeft() {
        String forged = forged();
        for (int i = 0; i < REQUESTS - 1; i++) {
            assertThat(refusal("192.0.2.4", forged)).isEqualTo(401);
        }

        assertThat(closeCode("192.0.2.4", token("another newcomer"))).isEqualTo(Protocol.TRY_LATER);
    }

    @Test
    void whoHasShownAGoodTokenDoesNotSufferFromOthersAtTheAddress() {
        String known = token("known");
        try (SocketClient client = SocketClient.openFrom("192.0.2.5")) {
            assertThat(client.init(known).next()).isEqualTo("{\"type\":\"connection_ack\"}");
        }
        String forged = forged();
        for (int i = 0; i < REQUESTS - 1; i++) {
            assertThat(refusal("192.0.2.5", forged)).isEqualTo(401);
        }
        assertThat(refusal("192.0.2.5", forged)).isEqualTo(429);

        try (SocketClient client = SocketClient.openFrom("192.0.2.5", known)) {
            client.init();
        }
    }
}
