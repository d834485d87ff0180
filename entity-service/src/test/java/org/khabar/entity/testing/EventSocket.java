package org.khabar.entity.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One subscription over {@code graphql-transport-ws}. */
public final class EventSocket implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    private EventSocket(String token) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .header("Authorization", "Bearer " + token)
                .buildAsync(URI.create("ws://localhost:" + RestAssured.port + "/graphql"), new Receiver())
                .join();
    }

    /** Subscribes; there is no telling when the service begins to listen. */
    public static EventSocket subscribe(String token, String query) {
        EventSocket opened = new EventSocket(token);
        opened.send(Map.of("type", "connection_init"));
        opened.send(Map.of("id", "1", "type", "subscribe", "payload", Map.of("query", query)));
        return opened;
    }

    private void send(Map<String, ?> message) {
        try {
            socket.sendText(JSON.writeValueAsString(message), true).join();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The next answer, or null when none comes within the time. */
    public @Nullable JsonNode poll(long millis) {
        try {
            return received.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Receiver implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                take();
            }
            from.request(1);
            return null;
        }

        private void take() {
            try {
                JsonNode message = JSON.readTree(text.toString());
                String type = message.path("type").asText();
                if (type.equals("next") || type.equals("error")) {
                    received.add(message.get("payload"));
                } else if (type.equals("complete")) {
                    received.add(message);
                }
            } catch (JsonProcessingException malformed) {
                throw new IllegalStateException(malformed);
            } finally {
                text.setLength(0);
            }
        }
    }
}
