package org.khabar.gateway.live;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A subgraph's side of {@code graphql-transport-ws}: it sends the events that it is told to. */
final class FakeEvents {
    private final Map<ServerWebSocket, String> subscribers = new LinkedHashMap<>();
    private final JsonArray seen = new JsonArray();
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
            socket.textMessageHandler(text -> message(socket, new JsonObject(text), authorization));
            socket.closeHandler(_ -> forget(socket));
        });
    }

    private synchronized void message(ServerWebSocket socket, JsonObject message, @Nullable String authorization) {
        switch (message.getString("type")) {
            case "connection_init" -> {
                if (silent == null) {
                    socket.writeTextMessage("{\"type\":\"connection_ack\"}");
                }
            }
            case "subscribe" -> {
                subscribers.put(socket, message.getString("id"));
                seen.add(message.getJsonObject("payload").put("authorization", authorization));
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
                String text = seen.encode();
                seen.clear();
                return text;
            }
            case "next" -> send("next", body);
            case "error" -> send("error", body);
            case "complete" -> send("complete", "null");
            case "raw" -> Map.copyOf(subscribers).keySet().forEach(socket -> socket.writeTextMessage(body));
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
