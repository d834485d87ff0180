package org.khabar.gateway.live;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client says over a WebSocket. */
sealed interface ClientMessage {

    /**
     * The first message.
     *
     * @param authorization what would stand in the header; null when it is not said
     */
    record Init(@Nullable String authorization) implements ClientMessage {}

    /** A sign of life is asked for. */
    record Ping(@Nullable Map<?, ?> payload) implements ClientMessage {}

    /** A sign of life. */
    record Pong() implements ClientMessage {}

    /** An operation is to be run. */
    record Subscribe(String id, Map<?, ?> payload) implements ClientMessage {}

    /** An operation is given up. */
    record Complete(String id) implements ClientMessage {}

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException when it is none of the protocol
     */
    static ClientMessage of(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> message) || !(message.get("type") instanceof String type)) {
            throw new IllegalArgumentException("A message is an object with a type");
        }
        return switch (type) {
            case "connection_init" -> new Init(authorization(payload(message)));
            case "ping" -> new Ping(payload(message));
            case "pong" -> {
                payload(message);
                yield new Pong();
            }
            case "subscribe" -> new Subscribe(id(message), required(payload(message)));
            case "complete" -> new Complete(id(message));
            default -> throw new IllegalArgumentException("Unknown type of message");
        };
    }

    private static @Nullable Map<?, ?> payload(Map<?, ?> message) {
        Object payload = message.get("payload");
        if (payload == null || payload instanceof Map<?, ?>) {
            return (Map<?, ?>) payload;
        }
        throw new IllegalArgumentException("A payload is an object");
    }

    private static Map<?, ?> required(@Nullable Map<?, ?> payload) {
        if (payload != null
                && (payload.get("query") instanceof String
                        || payload.get("documentId") instanceof String
                        || payload.get("extensions") instanceof Map)) {
            return payload;
        }
        throw new IllegalArgumentException("A subscribe message has a payload with a query or a documentId");
    }

    private static String id(Map<?, ?> message) {
        if (message.get("id") instanceof String id && !id.isEmpty() && id.length() <= 200) {
            return id;
        }
        throw new IllegalArgumentException("The message must have an id");
    }

    private static @Nullable String authorization(@Nullable Map<?, ?> payload) {
        if (payload == null) {
            return null;
        }
        for (Map.Entry<?, ?> entry : payload.entrySet()) {
            if ("authorization".equalsIgnoreCase(String.valueOf(entry.getKey()))
                    && entry.getValue() instanceof String value) {
                return value;
            }
        }
        return null;
    }
}
