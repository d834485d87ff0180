package org.khabar.entity.mentionfeed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets requests wait for the mention feed to grow. Commits of this replica wake them at once; those of others are noticed
 * by looking up the head, which one of the waiting requests does for all of them.
 */
@ApplicationScoped
class MentionFeedTail {

    private final MentionFeedRepository repository;
    private final MentionFeedConfig config;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private long head;
    private int waiting;
    private boolean polling;
    private boolean woken;
    private boolean stopping;

    MentionFeedTail(MentionFeedRepository repository, MentionFeedConfig config) {
        this.repository = repository;
        this.config = config;
    }

    /** The id of the newest committed event, looked up now. */
    long readHead() {
        return QuarkusTransaction.requiringNew().call(repository::head);
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

    /** Waits until there is an event after this id, the time is over, the service stops, or too many wait already. */
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

    private void waitAsOneMore(long id, long deadline) throws InterruptedException {
        waiting++;
        try {
            while (!stopping && head <= id && System.nanoTime() < deadline) {
                if (polling) {
                    changed.await(remaining(deadline), TimeUnit.NANOSECONDS);
                } else {
                    pollOnce(deadline);
                }
            }
        } finally {
            waiting--;
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
            head = Math.max(head, headUnlocked());
        } finally {
            polling = false;
            changed.signalAll();
        }
    }

    private long headUnlocked() {
        lock.unlock();
        try {
            return readHead();
        } finally {
            lock.lock();
        }
    }

    private static long remaining(long deadline) {
        return Math.max(1, deadline - System.nanoTime());
    }
}
