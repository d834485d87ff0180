package org.khabar.entity.mention;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells subscribers of mentions as they are stored. Looks for them on one thread, while there is a subscriber: at once
 * when they are stored here, else by polling.
 */
@ApplicationScoped
class MentionFollower {

    private static final Logger LOG = Logger.getLogger(MentionFollower.class);

    private final MentionEvents events;
    private final LiveConfig config;
    private final Subscribers<MentionEvent> subscribers;
    private final Semaphore stored = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean stopping;

    MentionFollower(MentionEvents events, LiveConfig config) {
        this.events = events;
        this.config = config;
        this.subscribers = new Subscribers<>(config.maxSubscriptions(), config.maxWaitingEvents());
    }

    Multi<MentionEvent> stream(Predicate<MentionEvent> wanted) {
        return subscribers.join(wanted, this::follow);
    }

    /** Says that mentions were committed here. */
    void wake() {
        stored.release();
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
        wake();
    }

    private synchronized void follow() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("mention-events").start(this::run);
        }
    }

    private void run() {
        long position = -1;
        try {
            while (isWanted()) {
                position = read(position);
                stored.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
                stored.drainPermits();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isWanted() {
        if (stopping || subscribers.isEmpty()) {
            thread = null;
            return false;
        }
        return true;
    }

    private long read(long position) {
        try {
            return position < 0 ? events.head() : publish(position);
        } catch (RuntimeException failure) {
            LOG.warnf("Mentions cannot be read for subscribers: %s", failure);
            return position;
        }
    }

    private long publish(long position) {
        List<MentionEvent> batch = events.listAfter(position);
        if (batch.isEmpty()) {
            return position;
        }
        batch.forEach(subscribers::publish);
        wake();
        return batch.getLast().id();
    }
}
