package org.khabar.article.article.backlog;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Knows, as of a moment ago, whether as many articles wait as may. */
@ApplicationScoped
class BacklogRoom {

    private static final Logger LOG = Logger.getLogger(BacklogRoom.class);
    private static final long KNOWN_NANOS = Duration.ofSeconds(2).toNanos();
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final BacklogRepository repository;
    private final BacklogConfig config;
    private volatile Look last = new Look(false, System.nanoTime() - KNOWN_NANOS);

    private record Look(boolean full, long atNanos) {}

    BacklogRoom(BacklogRepository repository, BacklogConfig config) {
        this.repository = repository;
        this.config = config;
    }

    /** Waits until there is some; not for callers in a transaction. */
    void await() throws InterruptedException {
        if (!isFull()) {
            return;
        }
        LOG.infof("An import waits: %d articles are not in the search index and the stories", config.maxWaiting());
        while (isFull()) {
            Thread.sleep(PAUSE);
        }
    }

    boolean isFull() {
        Look known = last;
        if (System.nanoTime() - known.atNanos() < KNOWN_NANOS) {
            return known.full();
        }
        boolean full = QuarkusTransaction.requiringNew().call(() -> repository.hasMoreThan(config.maxWaiting()));
        last = new Look(full, System.nanoTime());
        return full;
    }
}
