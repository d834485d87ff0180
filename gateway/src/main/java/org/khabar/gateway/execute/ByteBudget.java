package org.khabar.gateway.execute;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes the answers to one request may still have together. Safe for use by many threads. */
public final class ByteBudget {
    private final long limit;
    private final AtomicLong left;

    /** A budget of some bytes. */
    public ByteBudget(long limit) {
        this.limit = limit;
        this.left = new AtomicLong(limit);
    }

    /** A budget that does not end. */
    public static ByteBudget unlimited() {
        return new ByteBudget(Long.MAX_VALUE);
    }

    /** Takes some bytes out; false when it holds less. */
    public boolean take(int bytes) {
        return left.addAndGet(-bytes) >= 0;
    }

    /** What it held at first. */
    public long limit() {
        return limit;
    }
}
