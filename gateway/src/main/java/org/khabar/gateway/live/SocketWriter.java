package org.khabar.gateway.live;

import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.execute.ExecutionResult;
import org.khabar.gateway.json.JsonWriter;

/** Writes messages to a client's WebSocket. */
final class SocketWriter {
    /** RFC 6455, section 5.5: a control frame has 125 bytes, two of which are the code. */
    private static final int MAX_REASON = 123;

    private final ServerWebSocket socket;
    private final SocketFlow flow;
    private final int maxPongBytes;
    private int closedWith = -1;

    SocketWriter(ServerWebSocket socket, SocketFlow flow, int maxPongBytes) {
        this.socket = socket;
        this.flow = flow;
        this.maxPongBytes = maxPongBytes;
    }

    boolean isClosed() {
        return socket.isClosed();
    }

    /** Sends a message of ASCII. */
    void send(String message) {
        send(message, message.length(), () -> {});
    }

    private void send(String message, int bytes, Runnable taken) {
        if (socket.isClosed()) {
            taken.run();
        } else {
            socket.writeTextMessage(message).onComplete(_ -> taken.run());
            flow.written(bytes);
        }
    }

    /** Answers a ping, with its payload unless that is large: the protocol asks for none. */
    void pong(@Nullable Map<?, ?> payload) {
        JsonWriter json = new JsonWriter(64).raw("{\"type\":\"pong\"");
        if (payload != null) {
            JsonWriter echo = new JsonWriter(64).value(payload);
            if (echo.size() <= maxPongBytes) {
                json.raw(",\"payload\":").raw(echo.array(), 0, echo.size());
            }
        }
        send(json.raw('}'));
    }

    void error(String id, List<ExecutionError> errors) {
        send(open(id, "error")
                .raw(",\"payload\":")
                .value(errors.stream().map(ExecutionError::toSpecification).toList())
                .raw('}'));
    }

    private static JsonWriter open(String id, String type) {
        return new JsonWriter(256).raw("{\"id\":").string(id).raw(",\"type\":\"" + type + "\"");
    }

    private void send(JsonWriter message) {
        send(message, () -> {});
    }

    private void send(JsonWriter message, Runnable taken) {
        send(new String(message.array(), 0, message.size(), StandardCharsets.UTF_8), message.size(), taken);
    }

    /**
     * The code that the socket was closed with; negative when nobody said any. Until a client answers our close frame,
     * which many do not, Vert.x says that the connection was broken off.
     */
    int closeCode() {
        if (closedWith >= 0) {
            return closedWith;
        }
        Short code = socket.closeStatusCode();
        return code == null || code == Protocol.BROKEN_OFF ? -1 : code;
    }

    void close(int code, String reason) {
        if (!socket.isClosed()) {
            closedWith = code;
            byte[] bytes = reason.getBytes(StandardCharsets.UTF_8);
            boolean fits = bytes.length <= MAX_REASON;
            socket.close((short) code, fits ? reason : reason.substring(0, MAX_REASON / 3));
        }
    }

    /** Where the answers of an operation go. */
    Sink sink(String id) {
        return new Sink() {
            @Override
            public void next(ExecutionResult answer, Runnable taken) {
                send(
                        open(id, "next")
                                .raw(",\"payload\":")
                                .raw(answer.toJson(Map.of()))
                                .raw('}'),
                        taken);
            }

            @Override
            public String transport() {
                return "websocket";
            }

            @Override
            public void fail(List<ExecutionError> errors) {
                error(id, errors);
            }

            @Override
            public void complete() {
                send(open(id, "complete").raw('}'));
            }

            @Override
            public boolean isFull() {
                return !socket.isClosed() && socket.writeQueueFull();
            }
        };
    }
}
