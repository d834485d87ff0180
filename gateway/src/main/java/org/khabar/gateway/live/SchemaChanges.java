package org.khabar.gateway.live;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.khabar.gateway.schema.SchemaKeeper;

/**
 * Has the subscriptions looked at again when another schema is served, not all at once: each has to be planned anew, and
 * the clients of those that end come back.
 */
@Singleton
class SchemaChanges {
    private final SchemaKeeper keeper;
    private final Duration window;
    private final Set<Lifetime> open = ConcurrentHashMap.newKeySet();

    SchemaChanges(SchemaKeeper keeper, LiveConfig config) {
        this.keeper = keeper;
        this.window = config.schemaChangeWindow();
    }

    void start(@Observes StartupEvent event) {
        keeper.whenSwapped(() -> open.forEach(one -> one.lookAgainAfter(pause())));
    }

    /** A subscription that is to hear of new schemas. */
    void add(Lifetime lifetime) {
        open.add(lifetime);
    }

    void remove(Lifetime lifetime) {
        open.remove(lifetime);
    }

    /** Milliseconds until a subscription is looked at. */
    long pause() {
        return 1 + ThreadLocalRandom.current().nextLong(Math.max(1, window.toMillis()));
    }
}
