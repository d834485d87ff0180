package org.khabar.gateway.http;

import io.vertx.core.buffer.Buffer;

/** A request's body as it comes in, up to a bound. */
final class BoundedBody {
    private final int maxBytes;
    private final Buffer bytes = Buffer.buffer();

    BoundedBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    void append(Buffer chunk) {
        if (bytes.length() + chunk.length() > maxBytes) {
            throw RequestException.tooMuch(413, "The body is larger than " + maxBytes + " bytes");
        }
        bytes.appendBuffer(chunk);
    }

    byte[] bytes() {
        return bytes.getBytes();
    }
}
