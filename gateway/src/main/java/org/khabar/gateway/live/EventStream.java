package org.khabar.gateway.live;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.http.RequestEnd;
import org.khabar.gateway.json.JsonWriter;

/** A response of server-sent events, kept alive by comments. Used on one event loop. */
final class EventStream {
    private final HttpServerResponse response;
    private final Vertx vertx;
    private final long heartbeat;

    private EventStream(HttpServerResponse response, Vertx vertx, Duration pingInterval) {
        this.response = response;
        this.vertx = vertx;
        this.heartbeat = vertx.setPeriodic(pingInterval.toMillis(), _ -> write(Buffer.buffer(":\n\n")));
    }

    /**
     * Begins the response.
     *
     * @param drained is run when the client takes off what was sent, after it did not
     * @param closed is run once when the client is gone, or the response has ended
     */
    static EventStream open(RoutingContext context, Duration pingInterval, Runnable drained, Runnable closed) {
        HttpServerResponse response = context.response();
        response.setStatusCode(200)
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Vary", "Accept, Authorization, Origin")
                .putHeader("X-Accel-Buffering", "no")
                .putHeader("X-Content-Type-Options", "nosniff");
        EventStream stream = new EventStream(response, context.vertx(), pingInterval);
        response.drainHandler(_ -> drained.run());
        RequestEnd.then(context, () -> stream.stop(closed));
        stream.write(Buffer.buffer(":\n\n"));
        return stream;
    }

    private void stop(Runnable closed) {
        vertx.cancelTimer(heartbeat);
        closed.run();
    }

    /**
     * Sends an event.
     *
     * @param data JSON, or null for none
     */
    void send(String event, @Nullable JsonWriter data) {
        Buffer text = Buffer.buffer("event: " + event + "\ndata: ");
        if (data != null) {
            text.appendBytes(onOneLine(data), 0, data.size());
        }
        write(text.appendString("\n\n"));
    }

    /** Line breaks in JSON are white space between its values, but would end the event's data. */
    private static byte[] onOneLine(JsonWriter json) {
        byte[] bytes = json.array();
        for (int i = 0; i < json.size(); i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                bytes[i] = ' ';
            }
        }
        return bytes;
    }

    private void write(Buffer text) {
        if (!response.ended() && !response.closed()) {
            response.write(text);
        }
    }

    void end() {
        vertx.cancelTimer(heartbeat);
        if (!response.ended() && !response.closed()) {
            response.end();
        }
    }

    boolean isFull() {
        return response.writeQueueFull();
    }
}
