package org.khabar.article.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets requests wait for the feed to grow. Commits of this replica wake them at once; those of others are noticed by
 * looking up the head, which one of the waiting requests does for all of them.
 */
@ApplicationScoped
class FeedTail {

    private final FeedRepository repository;
    private final FeedConfig config;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private long head;
    private int waiting;
    private boolean polling;
    private boolean woken;
    private boolean stopping;

    FeedTail(FeedRepository repository, FeedConfig config) {
        this.repository = repository;
        this.config = config;
    }

    /** The id of the newest committed event, looked up now. */
    long readHead() {
        long read = QuarkusTransaction.requiringNew().call(repository::head);
        lock.lock();
        try {
            head = read;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return read;
    }

    /** Says that a change was committed here. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Answers the requests that wait, and lets no more wait: the service stops, and would stop only after them. */
    void stop(@Observes ShutdownDelayInitiatedEvent begun) {
        lock.lock();
        try {
            stopping = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there is an event after this id, the time is over, or the service stops.
     *
     * @throws InterruptedException when the service stops
     */
    void awaitAfter(long id, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        lock.lockInterruptibly();
        try {
            if (waiting < config.maxWaiting()) {
                waitAsOneMore(id, deadline);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * The same for one that follows for many, whom the bound on waiting requests does not concern.
     *
     * @return whether the service goes on
     */
    boolean awaitForMany(long id, Duration timeout) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            waitUntil(id, System.nanoTime() + timeout.toNanos());
            return !stopping;
        } finally {
            lock.unlock();
        }
    }

    private void waitAsOneMore(long id, long deadline) throws InterruptedException {
        waiting++;
        try {
            waitUntil(id, deadline);
        } finally {
            waiting--;
        }
    }

    private void waitUntil(long id, long deadline) throws InterruptedException {
        while (!stopping && head <= id && System.nanoTime() < deadline) {
            if (polling) {
                changed.await(remaining(deadline), TimeUnit.NANOSECONDS);
            } else {
                pollOnce(deadline);
            }
        }
    }

    /** Waits for a commit here or the interval, then looks the head up without holding the lock. */
    private void pollOnce(long deadline) throws InterruptedException {
        polling = true;
        try {
            if (!woken && !stopping) {
                long interval = config.pollInterval().toNanos();
                changed.await(Math.min(interval, remaining(deadline)), TimeUnit.NANOSECONDS);
            }
            woken = false;
            advance(headUnlocked());
        } finally {
            polling = false;
            changed.signalAll();
        }
    }

    private long headUnlocked() {
        lock.unlock();
        try {
            return QuarkusTransaction.requiringNew().call(repository::head);
        } finally {
            lock.lock();
        }
    }

    private void advance(long read) {
        if (read > head) {
            head = read;
            changed.signalAll();
        }
    }

    private static long remaining(long deadline) {
        return Math.max(1, deadline - System.nanoTime());
    }
}
