package org.khabar.gateway.http;

import io.vertx.core.buffer.Buffer;
import org.khabar.gateway.memory.MemoryShare;

/** A request's body as it comes in, up to a bound and as long as there is memory. */
final class BoundedBody {
    /** Of what came: a buffer that grows by doubling, and a copy in the end. */
    private static final int COPIES = 3;

    private final int maxBytes;
    private final MemoryShare memory;
    private final Buffer bytes = Buffer.buffer();

    /**
     * An empty body.
     *
     * @param memory where room is taken
     */
    BoundedBody(int maxBytes, MemoryShare memory) {
        this.maxBytes = maxBytes;
        this.memory = memory.part();
    }

    void append(Buffer chunk) {
        if (bytes.length() + chunk.length() > maxBytes) {
            throw RequestException.tooMuch(413, "The body is larger than " + maxBytes + " bytes");
        }
        if (!memory.tryTake((long) COPIES * chunk.length())) {
            throw noMemory();
        }
        bytes.appendBuffer(chunk);
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
