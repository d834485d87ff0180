package org.khabar.gateway.execute;

import java.util.concurrent.atomic.AtomicLong;
import org.khabar.gateway.memory.MemoryShare;

/** How many bytes the answers to one request may still have together. Safe for use by many threads. */
public final class ByteBudget {
    private final long limit;
    private final AtomicLong left;
    private final MemoryShare memory;

    /** A budget of some bytes, for whose room nobody else has to make do with less. */
    public ByteBudget(long limit) {
        this(limit, MemoryShare.unlimited());
    }

    /**
     * A budget of some bytes.
     *
     * @param memory where the room is taken that they need
     */
    public ByteBudget(long limit, MemoryShare memory) {
        this.limit = limit;
        this.left = new AtomicLong(limit);
        this.memory = memory;
    }

    /** A budget that does not end. */
    public static ByteBudget unlimited() {
        return new ByteBudget(Long.MAX_VALUE);
    }

    /** Takes some bytes out; false when it holds less. */
    public boolean take(int bytes) {
        return left.addAndGet(-bytes) >= 0;
    }

    /** Where whoever keeps the bytes takes room for them, before they are kept. */
    public MemoryShare memory() {
        return memory;
    }

    /** What it held at first. */
    public long limit() {
        return limit;
    }
}
