package org.khabar.gateway.live;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When to try again: never what has not worked yet, and for a limited time what has. */
final class Retries {
    private final Duration first;
    private final Duration longest;
    private final Duration limit;
    private boolean worked;
    private long failingSince = -1;
    private long pause;

    Retries(Duration first, Duration longest, Duration limit) {
        this.first = first;
        this.longest = longest;
        this.limit = limit;
    }

    void succeeded() {
        worked = true;
        failingSince = -1;
    }

    /** Milliseconds until the next attempt, with jitter; negative when there is to be none. */
    long next() {
        if (!worked) {
            return -1;
        }
        long now = System.nanoTime();
        if (failingSince < 0) {
            failingSince = now;
            pause = first.toMillis();
        } else if (now - failingSince > limit.toNanos()) {
            return -1;
        } else {
            pause = Math.min(longest.toMillis(), pause * 2);
        }
        return Math.max(1, pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
    }
}
