package org.khabar.gateway.http;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bytes of an answer as they come in, copied once when it says truly how many there will be. */
final class AnswerBody {
    /** An announcement is believed up to here; more room is made when more comes. */
    private static final int MAX_ANNOUNCED = 1 << 20;

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");

    private final int maxBytes;
    private byte[] bytes;
    private int size;

    private AnswerBody(int capacity, int maxBytes) {
        this.bytes = new byte[capacity];
        this.maxBytes = maxBytes;
    }

    /** An empty body for an answer with that {@code Content-Length}. */
    static AnswerBody of(@Nullable String length, int maxBytes) {
        boolean isAnnounced = length != null && LENGTH.matcher(length).matches();
        int announced = isAnnounced ? Integer.parseInt(String.valueOf(length)) : 4096;
        return new AnswerBody(Math.min(announced, Math.min(maxBytes, MAX_ANNOUNCED)), maxBytes);
    }

    /** Adds a chunk; tells whether it was not too much. */
    boolean tryAppend(Buffer chunk) {
        int needed = size + chunk.length();
        if (needed > maxBytes) {
            return false;
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, Math.min(maxBytes, bytes.length * 2)));
        }
        chunk.getBytes(bytes, size);
        size = needed;
        return true;
    }

    /** What came. */
    byte[] toBytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
