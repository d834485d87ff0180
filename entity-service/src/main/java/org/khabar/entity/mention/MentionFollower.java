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
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.catalogue.Catalogue;
import org.khabar.entity.catalogue.EntityIdentities;
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
    private final Function<Set<UUID>, Map<UUID, Set<UUID>>> identities;
    private final Subscribers<Mentioned> subscribers;
    private final Semaphore stored = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean stopping;

    /**
     * An event with its entity.
     *
     * @param ids all that stand for its entity
     * @param entity null when there is none any more
     */
    record Mentioned(
            MentionEvent event, Set<UUID> ids, @Nullable EntityNode entity) {}

    @Inject
    MentionFollower(MentionEvents events, LiveConfig config, Catalogue catalogue, EntityIdentities identities) {
        this(events, config, catalogue::listByIds, identities::listAllIds);
    }

    MentionFollower(
            MentionEvents events,
            LiveConfig config,
            Function<Set<UUID>, Map<UUID, EntityNode>> catalogue,
            Function<Set<UUID>, Map<UUID, Set<UUID>>> identities) {
        this.events = events;
        this.catalogue = catalogue;
        this.identities = identities;
        this.config = config;
        this.subscribers = new Subscribers<>(config.maxSubscriptions(), config.maxWaitingEvents());
    }

    /** What is stored of the entity that this id stands for, also when it is merged meanwhile. */
    Multi<Mentioned> stream(UUID entity) {
        return subscribers.join(mentioned -> mentioned.ids().contains(entity), this::follow);
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
        Map<UUID, Set<UUID>> ids =
                identities.apply(batch.stream().map(MentionEvent::entity).collect(Collectors.toSet()));
        List<Mentioned> wanted = batch.stream()
                .map(event -> new Mentioned(event, ids.getOrDefault(event.entity(), Set.of(event.entity())), null))
                .filter(subscribers::want)
                .toList();
        Map<UUID, EntityNode> entities = wanted.isEmpty()
                ? Map.of()
                : catalogue.apply(wanted.stream()
                        .map(mentioned -> mentioned.event().entity())
                        .collect(Collectors.toSet()));
        wanted.forEach(mentioned -> subscribers.publish(new Mentioned(
                mentioned.event(),
                mentioned.ids(),
                entities.get(mentioned.event().entity()))));
        wake();
        return batch.getLast().id();
    }
}
