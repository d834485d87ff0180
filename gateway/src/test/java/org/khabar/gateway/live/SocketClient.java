package org.khabar.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client's WebSocket that keeps what it was sent, and answers pings unless it plays dead. */
final class SocketClient implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String CLOSED = "closed ";

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private volatile boolean answersPings = true;
    private volatile boolean reads = true;
    private @Nullable WebSocket socket;

    /** Opens a socket, with a token in the header or without. */
    static SocketClient open(@Nullable String token, String subprotocol) {
        return open(token, subprotocol, Map.of());
    }

    /** Opens a socket as a browser does for a page: it says where the page is from, and has no token in the header. */
    static SocketClient ofPage(String origin) {
        return open(null, "graphql-transport-ws", Map.of("Origin", origin));
    }

    /** Opens a socket without a token as a proxy would for somebody at an address. */
    static SocketClient openFrom(String address) {
        return open(null, "graphql-transport-ws", Map.of("X-Forwarded-For", address));
    }

    /** The same with a token in the header. */
    static SocketClient openFrom(String address, String token) {
        return open(token, "graphql-transport-ws", Map.of("X-Forwarded-For", address));
    }

    private static SocketClient open(@Nullable String token, String subprotocol, Map<String, String> headers) {
        SocketClient client = new SocketClient();
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        if (!subprotocol.isEmpty()) {
            builder.subprotocols(subprotocol);
        }
        headers.forEach(builder::header);
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        client.socket = builder.buildAsync(URI.create("ws://localhost:" + Steering.port() + "/graphql"), client)
                .join();
        return client;
    }

    static SocketClient open(@Nullable String token) {
        return open(token, "graphql-transport-ws");
    }

    /** Opens a socket and waits until it is acknowledged. */
    static SocketClient ready(String token) {
        return open(token).init();
    }

    /** Says who asks, as browsers do. */
    SocketClient init(String token) {
        return send("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + token + "\"}}");
    }

    /** Waits until it is acknowledged. */
    SocketClient init() {
        send("{\"type\":\"connection_init\"}");
        assertThat(next()).isEqualTo("{\"type\":\"connection_ack\"}");
        return this;
    }

    SocketClient send(String message) {
        Objects.requireNonNull(socket).sendText(message, true).join();
        return this;
    }

    SocketClient sendBinary() {
        Objects.requireNonNull(socket)
                .sendBinary(java.nio.ByteBuffer.wrap(new byte[] {1}), true)
                .join();
        return this;
    }

    SocketClient subscribe(String id, String query) {
        return send(new JsonObject()
                .put("id", id)
                .put("type", "subscribe")
                .put("payload", new JsonObject().put("query", query))
                .encode());
    }

    SocketClient playDead() {
        answersPings = false;
        return this;
    }

    SocketClient stopReading() {
        reads = false;
        return this;
    }

    void readOn() {
        reads = true;
        Objects.requireNonNull(socket).request(1);
    }

    /** The next message that is no ping. */
    String next() {
        try {
            String message = received.poll(15, TimeUnit.SECONDS);
            return message == null ? "nothing" : message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The payload of the next message, which must be of a type and an operation. */
    String next(String id, String type) {
        JsonObject message = new JsonObject(next());
        assertThat(message.getString("type")).as(message.encode()).isEqualTo(type);
        assertThat(message.getString("id")).isEqualTo(id);
        Object payload = message.getValue("payload");
        return String.valueOf(payload);
    }

    /** The code that the socket is closed with, after whatever is sent before. */
    int closeCode() {
        String message = next();
        while (!message.startsWith(CLOSED)) {
            assertThat(message).isNotEqualTo("nothing");
            message = next();
        }
        return Integer.parseInt(message.substring(CLOSED.length()));
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            String message = partial.toString();
            partial.setLength(0);
            take(from, message);
        }
        if (reads) {
            from.request(1);
        }
        return null;
    }

    private void take(WebSocket from, String message) {
        if (!message.equals("{\"type\":\"ping\"}")) {
            received.add(message);
        } else if (answersPings) {
            CompletableFuture<WebSocket> unused = from.sendText("{\"type\":\"pong\"}", true);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        received.add(CLOSED + code);
        return null;
    }

    @Override
    public void close() {
        Objects.requireNonNull(socket).abort();
    }
}
