package org.khabar.gateway.memory;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many bytes all requests of the process may hold at once, beyond what each has for free. Nobody waits: what is not
 * there is refused. Safe for use by many threads.
 */
public final class MemoryBudget implements MemorySource {
    private final long limit;
    private final AtomicLong inUse = new AtomicLong();
    private final LongAdder refused = new LongAdder();

    /**
     * A budget.
     *
     * @param limit bytes; 0 for nothing but what is free
     */
    public MemoryBudget(long limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("A budget of memory is not negative: " + limit);
        }
        this.limit = limit;
    }

    /** A budget that does not end. */
    public static MemoryBudget unlimited() {
        return new MemoryBudget(Long.MAX_VALUE / 2);
    }

    /** The share of one request, which holds nothing yet. */
    public MemoryShare share() {
        return new MemoryShare(this, MemoryShare.FREE_BYTES, MemoryShare.BLOCK_BYTES);
    }

    @Override
    public boolean tryTake(long bytes) {
        long before = inUse.get();
        while (bytes <= limit - before) {
            if (inUse.compareAndSet(before, before + bytes)) {
                return true;
            }
            before = inUse.get();
        }
        refused.increment();
        return false;
    }

    @Override
    public void giveBack(long bytes) {
        if (bytes != 0) {
            inUse.addAndGet(-bytes);
        }
    }

    /** Bytes that there are. */
    public long limit() {
        return limit;
    }

    /** Bytes that are taken now. */
    public long inUse() {
        return inUse.get();
    }

    /** How often bytes were refused so far. */
    public long refused() {
        return refused.sum();
    }
}
