package org.khabar.gateway.http;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How many fetches from one subgraph may be sent again: a share of those that are sent, and a few more by time. So a
 * subgraph that fails under its load is not given twice the load. Safe for use by many threads.
 */
final class RetryBudget {
    private static final long RETRY = 100;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final int percent;
    private final int perSecond;
    private final long most;
    private final LongSupplier clock;
    /** In hundredths of a retry. */
    private final AtomicLong left;

    private final AtomicLong refilledAt;

    /**
     * A budget with what one second brings.
     *
     * @param clock nanoseconds
     */
    RetryBudget(RetryConfig config, LongSupplier clock) {
        this.percent = config.percent();
        this.perSecond = config.perSecond();
        this.most = config.burst() * RETRY;
        this.clock = clock;
        this.left = new AtomicLong(Math.min(most, perSecond * RETRY));
        this.refilledAt = new AtomicLong(clock.getAsLong());
    }

    /** A fetch is sent for the first time. While all is well the budget is full, and this costs one read. */
    void sent() {
        if (left.get() < most) {
            add(percent);
        }
    }

    /** Takes a retry out, if there is one. */
    boolean tryTake() {
        refill();
        return left.getAndUpdate(now -> now < RETRY ? now : now - RETRY) >= RETRY;
    }

    private void refill() {
        long before = refilledAt.get();
        long seconds = (clock.getAsLong() - before) / NANOS_PER_SECOND;
        if (seconds > 0 && refilledAt.compareAndSet(before, before + seconds * NANOS_PER_SECOND)) {
            add(Math.min(most, seconds * perSecond * RETRY));
        }
    }

    private void add(long hundredths) {
        left.updateAndGet(now -> Math.min(most, now + hundredths));
    }
}
