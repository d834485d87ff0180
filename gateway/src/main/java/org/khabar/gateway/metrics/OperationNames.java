package org.khabar.gateway.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Which names of operations become labels. Names come from clients: only so many, only so long, and nobody keeps a place
 * without using it. Those of trusted documents have places of their own. Safe for use by several threads.
 */
final class OperationNames {
    static final int LONGEST = 100;

    private static final int SWEEPS_PER_LIFETIME = 60;

    private final Set<String> trusted;
    private final int most;
    private final Duration lifetime;
    private final InstantSource clock;
    private final Consumer<String> forgotten;
    private final Map<String, Instant> lastUse = new ConcurrentHashMap<>();
    private volatile Instant nextSweep;

    /**
     * No names yet.
     *
     * @param trusted always become labels
     * @param most other names at the same time
     * @param lifetime how long one of the others may go unused
     * @param forgotten is told of a name that has lost its place, on the thread that another comes on
     */
    OperationNames(Set<String> trusted, int most, Duration lifetime, InstantSource clock, Consumer<String> forgotten) {
        this.trusted = Set.copyOf(trusted);
        this.most = most;
        this.lifetime = lifetime;
        this.clock = clock;
        this.forgotten = forgotten;
        this.nextSweep = clock.instant();
    }

    /** The label of a name; {@code unnamed} for an empty one, {@code other} when there are too many. */
    String label(String name) {
        if (name.isEmpty()) {
            return "unnamed";
        }
        String label = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        if (trusted.contains(name)) {
            return label;
        }
        Instant now = clock.instant();
        if (lastUse.replace(label, now) != null || takePlace(label, now)) {
            return label;
        }
        return "other";
    }

    private synchronized boolean takePlace(String label, Instant now) {
        if (lastUse.size() >= most) {
            sweep(now);
        }
        if (lastUse.size() >= most) {
            return false;
        }
        lastUse.put(label, now);
        return true;
    }

    /** Now and then: a flood of names must not look through all of them each time. */
    private void sweep(Instant now) {
        if (now.isBefore(nextSweep)) {
            return;
        }
        nextSweep = now.plus(lifetime.dividedBy(SWEEPS_PER_LIFETIME));
        Instant oldest = now.minus(lifetime);
        lastUse.forEach((name, used) -> {
            if (!used.isAfter(oldest) && lastUse.remove(name, used)) {
                forgotten.accept(name);
            }
        });
    }
}
