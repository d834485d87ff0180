package org.khabar.deploy.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.khabar.deploy.installation.Part;

/** A subscription at the gateway, over a WebSocket, with all that came of it so far. */
final class LiveSubscription implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final WebSocket socket;

    private LiveSubscription(RunningStack stack) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(
                        URI.create(stack.ports().url(Part.GATEWAY).replaceFirst("http", "ws") + "/graphql"),
                        new Receiver())
                .join();
    }

    static LiveSubscription open(RunningStack stack, String user, String query) {
        LiveSubscription opened = new LiveSubscription(stack);
        opened.send(
                Map.of("type", "connection_init", "payload", Map.of("Authorization", "Bearer " + stack.token(user))));
        return opened.subscribeOnceAcknowledged(query);
    }

    private LiveSubscription subscribeOnceAcknowledged(String query) {
        org.awaitility.Awaitility.await()
                .until(() -> messages.stream().anyMatch(message -> is(message, "connection_ack")));
        send(Map.of("id", "1", "type", "subscribe", "payload", Map.of("query", query)));
        return this;
    }

    /** The answers so far, one for each event. */
    List<JsonNode> events() {
        return messages.stream()
                .filter(message -> is(message, "next"))
                .map(message -> message.path("payload"))
                .toList();
    }

    /** Whether it has ended, well or not. */
    boolean isOver() {
        return messages.stream().anyMatch(message -> is(message, "error") || is(message, "complete"));
    }

    private static boolean is(JsonNode message, String type) {
        return message.path("type").asText().equals(type);
    }

    private void send(Map<String, ?> message) {
        try {
            socket.sendText(JSON.writeValueAsString(message), true).join();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Receiver implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                take(from);
            }
            from.request(1);
            return null;
        }

        private void take(WebSocket from) {
            try {
                JsonNode message = JSON.readTree(text.toString());
                if (is(message, "ping")) {
                    from.sendText("{\"type\":\"pong\"}", true);
                }
                messages.add(message);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            } finally {
                text.setLength(0);
            }
        }
    }
}
