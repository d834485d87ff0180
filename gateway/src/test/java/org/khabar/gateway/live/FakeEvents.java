package org.khabar.gateway.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonReader;
import org.khabar.gateway.json.JsonWriter;

/** A subgraph's side of {@code graphql-transport-ws}: it sends the events that it is told to. */
final class FakeEvents {
    private final Map<ServerWebSocket, String> subscribers = new LinkedHashMap<>();
    private final List<String> seen = new ArrayList<>();
    private int refusing;
    private @Nullable String silent;

    /** Takes a connection, or refuses it with the status that was set. */
    synchronized void accept(HttpServerRequest request) {
        if (refusing > 0) {
            request.response().setStatusCode(refusing).end();
            return;
        }
        String authorization = request.getHeader("Authorization");
        request.toWebSocket().onSuccess(socket -> {
            socket.textMessageHandler(text -> message(socket, read(text), authorization));
            socket.closeHandler(_ -> forget(socket));
        });
    }

    private static Map<?, ?> read(String text) {
        return (Map<?, ?>) Objects.requireNonNull(JsonReader.read(text.getBytes(StandardCharsets.UTF_8), 50));
    }

    private synchronized void message(ServerWebSocket socket, Map<?, ?> message, @Nullable String authorization) {
        switch (String.valueOf(message.get("type"))) {
            case "connection_init" -> {
                if (silent == null) {
                    socket.writeTextMessage("{\"type\":\"connection_ack\"}");
                }
            }
            case "subscribe" -> {
                subscribers.put(socket, String.valueOf(message.get("id")));
                seen.add(authorization + " "
                        + new String(
                                new JsonWriter(256)
                                        .value(message.get("payload"))
                                        .toBytes(),
                                StandardCharsets.UTF_8));
            }
            case "ping" -> socket.writeTextMessage("{\"type\":\"pong\"}");
            default -> forget(socket);
        }
    }

    private synchronized void forget(ServerWebSocket socket) {
        subscribers.remove(socket);
    }

    /** Does what a test says; answers how many subscribers there are, or what was seen. */
    synchronized String steer(String what, String body) {
        switch (what) {
            case "seen" -> {
                String text = String.join("\n", seen);
                seen.clear();
                return text;
            }
            case "next" -> send("next", body);
            case "error" -> send("error", body);
            case "complete" -> send("complete", "null");
            case "raw" -> Map.copyOf(subscribers).keySet().forEach(socket -> socket.writeTextMessage(body));
            case "part" ->
                Map.copyOf(subscribers)
                        .keySet()
                        .forEach(socket -> socket.writeFrame(WebSocketFrame.textFrame(body, false)));
            case "rest" ->
                Map.copyOf(subscribers)
                        .keySet()
                        .forEach(socket ->
                                socket.writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer(body), true)));
            case "close" -> Map.copyOf(subscribers).keySet().forEach(socket -> socket.close(Short.parseShort(body)));
            case "refuse" -> refusing = Integer.parseInt(body);
            case "silent" -> silent = body.isEmpty() ? null : body;
            case "count" -> {}
            default -> throw new IllegalArgumentException(what);
        }
        return String.valueOf(subscribers.size());
    }

    private void send(String type, String payload) {
        Map.copyOf(subscribers)
                .forEach((socket, id) -> socket.writeTextMessage(
                        "{\"type\":\"" + type + "\",\"id\":\"" + id + "\",\"payload\":" + payload + "}"));
    }
}
