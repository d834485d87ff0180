package org.khabar.article.entities;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Pauses that double up to a limit, each cut by a random part of up to half, so that replicas do not knock in step.
 * Used by one thread.
 */
final class Backoff {

    private final Duration first;
    private final Duration longest;
    private Duration next;

    Backoff(Duration first, Duration longest) {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("pauses from %s to %s".formatted(first, longest));
        }
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** The next pause. */
    Duration next() {
        long most = next.toMillis();
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return Duration.ofMillis(most - ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }

    /** Begins anew, after a success. */
    void reset() {
        next = first;
    }
}
