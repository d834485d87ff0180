package org.khabar.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests for a WebSocket that become none leave nothing behind, and do not last. */
@QuarkusTest
@TestProfile(UpgradeTest.Impatient.class)
class UpgradeTest {
    private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    private final Connections connections;

    UpgradeTest(Connections connections) {
        this.connections = connections;
    }

    /** Little patience. */
    public static class Impatient extends LiveProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(super.getConfigOverrides());
            config.put("khabar.gateway.http.body-timeout", "1s");
            return config;
        }
    }

    @BeforeEach
    void reset() {
        Steering.reset();
    }

    private static Socket upgrade(String path, String headers) throws IOException {
        Socket socket = new Socket("localhost", Steering.port());
        socket.setSoTimeout(20_000);
        write(
                socket,
                "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n" + headers
                        + "\r\n");
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String authorization() {
        return "Authorization: Bearer " + Steering.token() + "\r\n";
    }

    /** Everything until the connection is closed. */
    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String status(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    @Test
    void aBodyIsRefusedAndTakesNoPlace() throws IOException {
        try (Socket named = upgrade("/graphql", KEY + authorization() + "Content-Length: 8193\r\n");
                Socket unnamed = upgrade("/graphql", KEY + "Content-Length: 8193\r\n");
                Socket chunked = upgrade("/graphql", KEY + authorization() + "Transfer-Encoding: chunked\r\n")) {
            write(named, "x".repeat(8192));
            write(named, "x");
            write(unnamed, "x".repeat(8192));
            write(unnamed, "x");
            write(chunked, "1\r\nx\r\n0\r\n\r\n");
            assertThat(status(named)).isEqualTo("HTTP/1.1 400");
            assertThat(status(unnamed)).isEqualTo("HTTP/1.1 400");
            assertThat(status(chunked)).isEqualTo("HTTP/1.1 400");
            await().until(() -> connections.size() == 0);
        }
    }

    @Test
    void noBodyMayBeSaidInSoManyWords() throws IOException {
        try (Socket socket = upgrade("/graphql", KEY + authorization() + "Content-Length: 0\r\n")) {
            assertThat(status(socket)).isEqualTo("HTTP/1.1 101");
        }
        await().until(() -> connections.size() == 0);
    }

    @Test
    void aHandshakeThatFailsIsAnsweredAndGivesItsPlaceBack() throws IOException {
        try (Socket socket = upgrade("/graphql", authorization())) {
            assertThat(status(socket)).isEqualTo("HTTP/1.1 400");
            await().until(() -> connections.size() == 0);
        }
    }

    /** A byte now and then would keep the connection as long as it is open. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphql wanted",
                "/graphql forged",
                "/graphql/stream wanted",
                "/graphql/stream forged",
                "/graphql/stream?query=%7B__typename%7D wanted"
            })
    void aRequestThatNeverEndsIsNotWaitedFor(String how) throws IOException {
        String path = how.substring(0, how.indexOf(' '));
        String token = how.endsWith("forged") ? "Authorization: Bearer forged\r\n" : authorization();
        try (Socket socket = upgrade(path, KEY + token + "Content-Length: 9000\r\n")) {
            write(socket, "x");
            assertThat(read(socket)).startsWith("HTTP/1.1 ");
            await().until(() -> connections.size() == 0);
        }
    }
}
