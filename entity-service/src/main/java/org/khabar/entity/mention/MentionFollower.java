package org.khabar.entity.mention;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.catalogue.Catalogue;
import org.khabar.entity.catalogue.EntityNode;

/**
 * Tells subscribers of mentions as they are stored. Looks for them on one thread, while there is a subscriber: at once
 * when they are stored here, else by polling.
 */
@ApplicationScoped
class MentionFollower {

    private static final Logger LOG = Logger.getLogger(MentionFollower.class);

    private final MentionEvents events;
    private final LiveConfig config;
    private final Function<Set<UUID>, Map<UUID, EntityNode>> catalogue;
    private final Subscribers<Mentioned> subscribers;
    private final Semaphore stored = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean stopping;

    /**
     * An event with its entity.
     *
     * @param entity null when there is none any more
     */
    record Mentioned(MentionEvent event, @Nullable EntityNode entity) {}

    @Inject
    MentionFollower(MentionEvents events, LiveConfig config, Catalogue catalogue) {
        this(events, config, catalogue::listByIds);
    }

    MentionFollower(MentionEvents events, LiveConfig config, Function<Set<UUID>, Map<UUID, EntityNode>> catalogue) {
        this.events = events;
        this.catalogue = catalogue;
        this.config = config;
        this.subscribers = new Subscribers<>(config.maxSubscriptions(), config.maxWaitingEvents());
    }

    Multi<Mentioned> stream(Predicate<MentionEvent> wanted) {
        return subscribers.join(mentioned -> wanted.test(mentioned.event()), this::follow);
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
        } finally {
            letGo();
        }
    }

    private synchronized void letGo() {
        if (thread == Thread.currentThread()) {
            thread = null;
        }
    }

    private synchronized boolean isWanted() {
        if (stopping || subscribers.isEmpty()) {
            thread = null;
            return false;
        }
        return true;
    }

    /** An error ends one attempt as well, not the thread: nobody would follow for those who are subscribed. */
    private long read(long position) {
        try {
            return position < 0 ? events.head() : publish(position);
        } catch (RuntimeException | Error failure) {
            LOG.warnf("Mentions cannot be read for subscribers: %s", failure);
            return position;
        }
    }

    private long publish(long position) {
        List<MentionEvent> batch = events.listAfter(position);
        if (batch.isEmpty()) {
            return position;
        }
        List<MentionEvent> wanted = batch.stream()
                .filter(event -> subscribers.want(new Mentioned(event, null)))
                .toList();
        Map<UUID, EntityNode> entities = wanted.isEmpty()
                ? Map.of()
                : catalogue.apply(wanted.stream().map(MentionEvent::entity).collect(Collectors.toSet()));
        wanted.forEach(event -> subscribers.publish(new Mentioned(event, entities.get(event.entity()))));
        wake();
        return batch.getLast().id();
    }
}
