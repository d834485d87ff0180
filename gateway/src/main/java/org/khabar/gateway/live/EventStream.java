package org.khabar.gateway.live;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.http.AnswerDeadline;
import org.khabar.gateway.http.RequestEnd;
import org.khabar.gateway.json.JsonWriter;

/** A response of server-sent events, kept alive by comments. Used on one event loop. */
final class EventStream {
    /** What answers differ by, and whether there is a stream at all. */
    static final String VARY = "Accept, Authorization, Origin";

    private final RoutingContext context;
    private final HttpServerResponse response;
    private final Vertx vertx;
    private final LiveConfig config;
    private final AnswerDeadline deadline;
    private final long heartbeat;
    /** Bytes that were written and have not left yet. */
    private final AtomicLong waiting = new AtomicLong();

    private long unread = -1;

    private EventStream(RoutingContext context, LiveConfig config, AnswerDeadline deadline) {
        this.deadline = deadline;
        this.context = context;
        this.response = context.response();
        this.vertx = context.vertx();
        this.config = config;
        this.heartbeat =
                vertx.setPeriodic(config.pingInterval().toMillis(), _ -> write(Buffer.buffer(":\n\n"), () -> {}));
    }

    /**
     * Begins the response.
     *
     * @param session on whose event loop it is used, which need not be that of the request
     * @param deadline how long a client may take to read
     * @param drained is run there when the client takes off what was sent, after it did not
     * @param closed is run there once when the client is gone, or the response has ended
     */
    static EventStream open(
            RoutingContext context,
            Session session,
            LiveConfig config,
            AnswerDeadline deadline,
            Runnable drained,
            Runnable closed) {
        HttpServerResponse response = context.response();
        response.setStatusCode(200)
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Vary", VARY)
                .putHeader("X-Accel-Buffering", "no")
                .putHeader("X-Content-Type-Options", "nosniff");
        EventStream stream = new EventStream(context, config, deadline);
        RequestEnd.then(context, () -> session.run(() -> stream.stop(closed)));
        response.drainHandler(_ -> session.run(() -> {
            stream.read();
            drained.run();
        }));
        stream.write(Buffer.buffer(":\n\n"), () -> {});
        return stream;
    }

    private void stop(Runnable closed) {
        vertx.cancelTimer(heartbeat);
        read();
        closed.run();
    }

    /**
     * Sends an event.
     *
     * @param data JSON, or null for none
     * @param taken is run when it has left the process, or cannot any more
     */
    void send(String event, @Nullable JsonWriter data, Runnable taken) {
        Buffer text = Buffer.buffer("event: " + event + "\ndata: ");
        if (data != null) {
            text.appendBytes(onOneLine(data), 0, data.size());
        }
        write(text.appendString("\n\n"), taken);
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

    private void write(Buffer text, Runnable taken) {
        if (response.ended() || response.closed()) {
            taken.run();
        } else {
            int bytes = text.length();
            waiting.addAndGet(bytes);
            response.write(text).onComplete(_ -> {
                waiting.addAndGet(-bytes);
                taken.run();
            });
            watch();
        }
    }

    /** The more waits for a client, the longer it has, if it reads slowly. */
    private synchronized void watch() {
        if (unread < 0 && response.writeQueueFull()) {
            unread = vertx.setTimer(
                    deadline.millis(config.unreadTimeout(), waiting.get()), _ -> AnswerDeadline.breakOff(context));
        }
    }

    /** Told on the event loop of the response, which may be another one. */
    private synchronized void read() {
        vertx.cancelTimer(unread);
        unread = -1;
    }

    /** What is left has to be read after that as well. */
    void end() {
        vertx.cancelTimer(heartbeat);
        if (!response.ended() && !response.closed()) {
            deadline.watch(context, response.end(), config.unreadTimeout(), waiting.get());
        }
    }

    boolean isFull() {
        return response.writeQueueFull();
    }
}
