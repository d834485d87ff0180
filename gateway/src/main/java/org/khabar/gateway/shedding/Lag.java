package org.khabar.gateway.shedding;

/**
 * How late one event loop is, told by a timer that should run at regular intervals: the largest lateness of late, which
 * fades with every time that the timer is on time. It counts for no more than twice the bound, so that one long pause
 * does not count for long. All times are nanoseconds.
 *
 * <p>Written by its event loop only, read by anybody.
 */
final class Lag {
    /** What is left of a lateness after an interval without any: below a half after four. */
    private static final double KEPT = 0.8;

    private final long max;
    private volatile long due;
    private volatile long remembered;
    private boolean isTooLong;

    /**
     * A lag of which nothing is known.
     *
     * @param max the bound
     * @param due when the timer is to run first
     */
    Lag(long max, long due) {
        this.max = max;
        this.due = due;
    }

    /** The timer has run. */
    void ran(long now, long next) {
        remembered = Math.max(late(now), (long) (remembered * KEPT));
        due = next;
    }

    /** The lag; a timer that is overdue counts already. */
    long in(long now) {
        return Math.max(late(now), remembered);
    }

    private long late(long now) {
        return Math.min(2 * max, Math.max(0, now - due));
    }

    /** Whether it is beyond the bound; once it was, until it is below half of it. To be asked on its event loop. */
    boolean isTooLong(long now) {
        long lag = in(now);
        isTooLong = isTooLong ? lag >= max / 2 : lag > max;
        return isTooLong;
    }
}
