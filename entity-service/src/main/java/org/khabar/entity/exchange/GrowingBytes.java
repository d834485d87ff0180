package org.khabar.entity.exchange;

import java.util.Arrays;

/** Bytes that are kept up to a limit; what comes after is only counted as too much. */
final class GrowingBytes {

    private static final int FIRST = 8192;

    private final int limit;
    private byte[] bytes = new byte[FIRST];
    private int length;
    private boolean over;

    GrowingBytes(int limit) {
        this.limit = limit;
    }

    void clear() {
        length = 0;
        over = false;
    }

    void append(byte value) {
        if (length >= limit) {
            over = true;
            return;
        }
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, bytes.length * 2));
        }
        bytes[length++] = value;
    }

    void append(byte[] from, int start, int end) {
        int kept = Math.min(end - start, limit - length);
        if (kept < end - start) {
            over = true;
        }
        if (length + kept > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, Math.max(length + kept, bytes.length * 2)));
        }
        System.arraycopy(from, start, bytes, length, kept);
        length += kept;
    }

    boolean isOver() {
        return over;
    }

    int length() {
        return length;
    }

    byte at(int index) {
        return bytes[index];
    }

    byte[] copy(int end) {
        return Arrays.copyOf(bytes, end);
    }
}
