package org.khabar.gateway.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.http.RequestEnd;
import org.khabar.gateway.http.UnreadBody;
import org.khabar.gateway.json.JsonReader;
import org.khabar.gateway.json.JsonSyntaxException;
import org.khabar.gateway.json.JsonWeight;
import org.khabar.gateway.memory.MemoryShare;

/** Reads the JSON object that a request to an event stream has as its body, within a bound. */
final class RequestBody {
    /** Of what came: a buffer that grows by doubling, and a copy in the end. */
    private static final int COPIES = 3;

    private final int maxBytes;
    private final int maxDepth;
    private final Duration timeout;
    private final MemoryShare memory;
    private final Buffer bytes = Buffer.buffer();
    private boolean done;
    private boolean isTaken;

    /**
     * A body to be read.
     *
     * @param memory where room is taken for it and for what it is read into; closed with the request at the latest
     */
    RequestBody(int maxBytes, int maxDepth, Duration timeout, MemoryShare memory) {
        this.memory = memory;
        this.maxBytes = maxBytes;
        this.maxDepth = maxDepth;
        this.timeout = timeout;
    }

    /**
     * Reads the body of a request that is paused.
     *
     * @param taken gets the object, and may close the memory once that is counted elsewhere
     * @param left is run, once or more often, when there is none, be it that the client is gone
     * @param refused gets a status and a message when there is none
     */
    void read(RoutingContext context, Consumer<Map<?, ?>> taken, Runnable left, BiConsumer<Integer, String> refused) {
        HttpServerRequest request = context.request();
        RequestEnd.then(context, () -> giveUp(left));
        if (done) {
            return;
        }
        if (!isJson(request.getHeader("Content-Type"))) {
            refused.accept(415, "Content-Type must be application/json");
            return;
        }
        request.handler(chunk -> append(chunk, refused));
        request.endHandler(_ -> finish(taken, refused));
        request.resume();
        if (!done) {
            long timer = context.vertx().setTimer(timeout.toMillis(), _ -> giveUp(context, refused));
            RequestEnd.then(context, () -> context.vertx().cancelTimer(timer));
        }
    }

    /** Whoever took the object has what else there is to it; every other request ends without one. */
    private void giveUp(Runnable left) {
        done = true;
        memory.close();
        if (!isTaken) {
            left.run();
        }
    }

    private void giveUp(RoutingContext context, BiConsumer<Integer, String> refused) {
        if (!done) {
            done = true;
            refused.accept(408, "The body did not come in time");
            UnreadBody.giveUp(context);
        }
    }

    private static boolean isJson(@Nullable String type) {
        return type != null
                && type.toLowerCase(Locale.ROOT).split(";", -1)[0].trim().equals("application/json");
    }

    private void append(Buffer chunk, BiConsumer<Integer, String> refused) {
        if (!done && bytes.length() + chunk.length() > maxBytes) {
            done = true;
            refused.accept(413, "The body is larger than " + maxBytes + " bytes");
        } else if (!done && !memory.tryTake((long) COPIES * chunk.length())) {
            done = true;
            refuse(refused);
        } else if (!done) {
            bytes.appendBuffer(chunk);
        }
    }

    private void finish(Consumer<Map<?, ?>> taken, BiConsumer<Integer, String> refused) {
        if (done) {
            return;
        }
        done = true;
        Map<?, ?> object = parse();
        if (object == null) {
            refused.accept(400, "The body must be a JSON object");
        } else if (!memory.trySettle(JsonWeight.of(object))) {
            refuse(refused);
        } else {
            isTaken = true;
            taken.accept(object);
        }
    }

    private void refuse(BiConsumer<Integer, String> refused) {
        if (memory.isClientFull()) {
            refused.accept(429, "What you ask for holds as much memory as one client may have now");
        } else {
            refused.accept(503, "The gateway has no memory left for the request now");
        }
    }

    private @Nullable Map<?, ?> parse() {
        try {
            return JsonReader.read(bytes.getBytes(), maxDepth) instanceof Map<?, ?> map ? map : null;
        } catch (JsonSyntaxException _) {
            return null;
        }
    }
}
