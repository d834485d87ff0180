package org.khabar.entity.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.khabar.entity.catalogue.CatalogueItem;
import org.khabar.entity.catalogue.EntityNode;
import org.khabar.entity.sibling.Siblings;
import org.khabar.entity.tagging.EntityType;

class MentionFollowerTest {

    private static final UUID WANTED = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    /** What WANTED was merged into. */
    private static final UUID SURVIVOR = UUID.randomUUID();

    private record Config(
            int maxSubscriptions, int maxWaitingEvents, Duration pollInterval, int batchSize, int keptEvents)
            implements LiveConfig {}

    private static final Config CONFIG = new Config(100, 100, Duration.ofMillis(5), 500, 1_000);

    private final List<MentionEvent> stored = new CopyOnWriteArrayList<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();
    private final List<Set<UUID>> lookups = new CopyOnWriteArrayList<>();
    private final List<Cancellable> subscriptions = new ArrayList<>();
    private final MentionFollower follower = new MentionFollower(new Events(), CONFIG, this::find, this::idsOf);

    /** Those in the list, and none while errors are left. */
    private final class Events extends MentionEvents {
        Events() {
            super(noSession(), CONFIG);
        }

        @Override
        long head() {
            return 0;
        }

        @Override
        List<MentionEvent> listAfter(long id) {
            reads.incrementAndGet();
            if (errors.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new StackOverflowError("of the test");
            }
            return stored.stream().filter(event -> event.id() > id).toList();
        }
    }

    private static Session noSession() {
        return (Session) java.lang.reflect.Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private Map<UUID, EntityNode> find(Set<UUID> ids) {
        lookups.add(ids);
        Map<UUID, EntityNode> nodes = new HashMap<>();
        ids.forEach(id ->
                nodes.put(id, new CatalogueItem(id, EntityType.PLACE, "EG", 1, false, new Siblings<>(ids)).apart()));
        return nodes;
    }

    private Map<UUID, Set<UUID>> idsOf(Set<UUID> entities) {
        Map<UUID, Set<UUID>> ids = new HashMap<>();
        entities.forEach(
                entity -> ids.put(entity, entity.equals(SURVIVOR) ? Set.of(WANTED, SURVIVOR) : Set.of(entity)));
        return ids;
    }

    private List<MentionFollower.Mentioned> subscribe() {
        List<MentionFollower.Mentioned> received = Collections.synchronizedList(new ArrayList<>());
        subscriptions.add(follower.stream(WANTED).subscribe().with(received::add));
        return received;
    }

    private void store(UUID entity) {
        stored.add(new MentionEvent(stored.size() + 1, UUID.randomUUID(), entity, 1, 0.5));
    }

    @AfterEach
    void leave() {
        subscriptions.forEach(Cancellable::cancel);
    }

    @Test
    void anEntityIsLookedUpOnceHoweverManyWaitForIt() {
        List<List<MentionFollower.Mentioned>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(subscribe());
        }
        await().until(() -> reads.get() > 0);
        store(WANTED);

        await().until(() -> all.stream().allMatch(received -> received.size() == 1));
        assertThat(lookups).containsExactly(Set.of(WANTED));
        assertThat(all)
                .allSatisfy(received -> assertThat(received.getFirst().entity())
                        .satisfies(entity -> assertThat(entity.item().id()).isEqualTo(WANTED)));
    }

    @Test
    void whatNobodyWaitsForIsNotLookedUp() {
        List<MentionFollower.Mentioned> received = subscribe();
        store(OTHER);
        store(WANTED);

        await().until(() -> received.size() == 1);
        assertThat(lookups).containsExactly(Set.of(WANTED));
    }

    @Test
    void subscribersHearOnAfterAnError() {
        List<MentionFollower.Mentioned> received = subscribe();
        await().until(() -> reads.get() > 0);
        errors.set(2);
        await().until(() -> errors.get() == 0);
        store(WANTED);

        await().until(() -> received.size() == 1);
    }

    @Test
    void whoWaitsForAnEntityThatIsMergedHearsOfTheOneThatStandsForIt() {
        List<MentionFollower.Mentioned> received = subscribe();

        store(SURVIVOR);

        await().until(() -> received.size() == 1);
        assertThat(received.getFirst().event().entity()).isEqualTo(SURVIVOR);
    }
}
