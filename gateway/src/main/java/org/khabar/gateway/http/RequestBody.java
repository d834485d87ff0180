package org.khabar.gateway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.memory.MemoryShare;

/**
 * A request's body as it comes in: JSON, up to a bound, in time, and as long as there is memory. Used on the request's
 * event loop.
 */
final class RequestBody {
    /** Of what came: a buffer that grows by doubling, and a copy in the end. */
    private static final int COPIES = 3;

    private final RoutingContext context;
    private final int maxBytes;
    private final MemoryShare memory;
    private final Buffer bytes = Buffer.buffer();
    private boolean isOver;

    /**
     * A body to be read.
     *
     * @param memory where room is taken for it and for what it is read into, and for nothing else
     */
    RequestBody(RoutingContext context, int maxBytes, MemoryShare memory) {
        this.context = context;
        this.maxBytes = maxBytes;
        this.memory = memory;
    }

    /**
     * Reads the body of a request that is paused.
     *
     * @param timeout how long that may take
     * @param whole is run when it is there
     * @param refused is told why it will not be; one of the two at most, and once
     */
    void read(Duration timeout, Runnable whole, Consumer<? super RequestException> refused) {
        if (isOver) {
            return;
        }
        HttpServerRequest request = context.request();
        String type = request.getHeader("Content-Type");
        if (!MediaTypes.isJson(type)) {
            refuse(
                    RequestException.malformed(415, "Content-Type must be application/json in UTF-8, not " + type),
                    refused);
            return;
        }
        request.handler(chunk -> append(chunk, refused));
        request.endHandler(_ -> end(whole));
        request.resume();
        if (!isOver && !request.isEnded()) {
            long timer = context.vertx().setTimer(timeout.toMillis(), _ -> giveUp(refused));
            RequestEnd.then(context, () -> context.vertx().cancelTimer(timer));
        }
    }

    /** Nobody waits for it any more. */
    void drop() {
        isOver = true;
    }

    private void append(Buffer chunk, Consumer<? super RequestException> refused) {
        if (isOver) {
            return;
        }
        RequestException refusal = refusal(chunk.length());
        if (refusal == null) {
            bytes.appendBuffer(chunk);
        } else {
            refuse(refusal, refused);
        }
    }

    private @Nullable RequestException refusal(int more) {
        if (bytes.length() + more > maxBytes) {
            return RequestException.tooMuch(413, "The body is larger than " + maxBytes + " bytes");
        }
        return memory.tryTake((long) COPIES * more) ? null : noMemory();
    }

    private void refuse(RequestException refusal, Consumer<? super RequestException> refused) {
        isOver = true;
        refused.accept(refusal);
    }

    private void end(Runnable whole) {
        if (!isOver) {
            isOver = true;
            whole.run();
        }
    }

    private void giveUp(Consumer<? super RequestException> refused) {
        if (!isOver) {
            refuse(RequestException.tooMuch(408, "The body did not come in time"), refused);
            UnreadBody.giveUp(context);
        }
    }

    /** The body was read into values that take so many bytes, and is not needed any more. */
    void becomes(long weight) {
        if (!memory.trySettle(weight)) {
            throw noMemory();
        }
    }

    private RequestException noMemory() {
        return memory.isClientFull()
                ? RequestException.holdsTooMuch("Your requests hold as much memory as one client may have now")
                : RequestException.overloaded("The gateway has no memory left for the request now");
    }

    byte[] bytes() {
        return bytes.getBytes();
    }
}
