package org.khabar.gateway.http;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.memory.MemoryShare;

/** The bytes of an answer as they come in, copied once when it says truly how many there will be. */
final class AnswerBody {
    /** An announcement is believed up to here; more room is made when more comes. */
    private static final int MAX_ANNOUNCED = 1 << 20;

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");
    private static final int FIRST_ROOM = 4096;
    private static final byte[] NOTHING = {};

    private final int firstRoom;
    private final int maxBytes;
    private final MemoryShare memory;
    private byte[] bytes = NOTHING;
    private int size;

    private AnswerBody(int firstRoom, int maxBytes, MemoryShare memory) {
        this.firstRoom = firstRoom;
        this.maxBytes = maxBytes;
        this.memory = memory;
    }

    /**
     * An empty body for an answer with that {@code Content-Length}.
     *
     * @param memory where room is taken as it comes in
     */
    static AnswerBody of(@Nullable String length, int maxBytes, MemoryShare memory) {
        boolean isAnnounced = length != null && LENGTH.matcher(length).matches();
        int announced = isAnnounced ? Integer.parseInt(String.valueOf(length)) : FIRST_ROOM;
        return new AnswerBody(Math.min(announced, Math.min(maxBytes, MAX_ANNOUNCED)), maxBytes, memory.part());
    }

    /** What became of a chunk. */
    enum Outcome {
        /** It was added. */
        ADDED,
        /** It was not: the answer would be larger than it may be. */
        TOO_LARGE,
        /** It was not: there is no memory for it. */
        NO_MEMORY
    }

    Outcome append(Buffer chunk) {
        int needed = size + chunk.length();
        if (needed > maxBytes) {
            return Outcome.TOO_LARGE;
        }
        if (needed > bytes.length && !tryGrow(needed)) {
            return Outcome.NO_MEMORY;
        }
        chunk.getBytes(bytes, size);
        size = needed;
        return Outcome.ADDED;
    }

    /** While they are copied there is room for both taken. */
    private boolean tryGrow(int needed) {
        int before = bytes.length;
        int room = Math.max(needed, before == 0 ? firstRoom : Math.min(maxBytes, before * 2));
        if (!memory.tryTake(room)) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, room);
        memory.giveBack(before);
        return true;
    }

    /** What came; whoever gets it has what it takes of the memory. */
    byte[] toBytes() {
        if (size < bytes.length) {
            memory.giveBack(bytes.length - size);
            bytes = Arrays.copyOf(bytes, size);
        }
        return bytes;
    }

    /** Nobody wants it any more. */
    void drop() {
        memory.close();
    }
}
