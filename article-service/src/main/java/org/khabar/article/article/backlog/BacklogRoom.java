package org.khabar.article.article.backlog;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Knows, as of a moment ago, whether as many articles wait as may. */
@ApplicationScoped
class BacklogRoom {

    private static final Logger LOG = Logger.getLogger(BacklogRoom.class);
    private static final long KNOWN_NANOS = Duration.ofSeconds(2).toNanos();
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final BacklogRepository repository;
    private final BacklogConfig config;
    private volatile Look last = new Look(false, Optional.empty(), System.nanoTime(), System.nanoTime() - KNOWN_NANOS);

    /**
     * What was seen.
     *
     * @param first the place whose turn is next, if it was full
     * @param sinceNanos when that was seen first
     */
    private record Look(boolean full, Optional<Long> first, long sinceNanos, long atNanos) {

        static Look of(BacklogRepository repository, int most) {
            boolean full = repository.hasMoreThan(most);
            long now = System.nanoTime();
            return new Look(full, full ? repository.findFirst() : Optional.empty(), now, now);
        }

        Look after(Look before) {
            boolean same = full && before.full && first.equals(before.first);
            return same ? new Look(full, first, before.sinceNanos, atNanos) : this;
        }

        boolean isStalled(Duration after) {
            return full && atNanos - sinceNanos >= after.toNanos();
        }
    }

    BacklogRoom(BacklogRepository repository, BacklogConfig config) {
        this.repository = repository;
        this.config = config;
    }

    /** Waits until there is some, or nobody makes any; not for callers in a transaction. */
    void await() throws InterruptedException {
        if (!isFull()) {
            return;
        }
        LOG.infof("An import waits: %d articles are not in the search index and the stories", config.maxWaiting());
        while (isFull()) {
            Thread.sleep(PAUSE);
        }
    }

    /** Whether whoever wants to add articles is to wait. */
    boolean isFull() {
        Look known = last;
        if (System.nanoTime() - known.atNanos() >= KNOWN_NANOS) {
            known = lookAgain(known);
            last = known;
        }
        return known.full() && !known.isStalled(config.stalledAfter());
    }

    private Look lookAgain(Look before) {
        Look now = QuarkusTransaction.requiringNew()
                .call(() -> Look.of(repository, config.maxWaiting()))
                .after(before);
        if (now.isStalled(config.stalledAfter()) && !before.isStalled(config.stalledAfter())) {
            LOG.warnf(
                    "No replica has taken articles into the search index and the stories for %s: imports go on without",
                    config.stalledAfter());
        }
        return now;
    }
}
