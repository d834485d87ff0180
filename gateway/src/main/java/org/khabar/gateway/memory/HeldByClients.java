package org.khabar.gateway.memory;

import java.util.concurrent.ConcurrentHashMap;

/**
 * How many bytes each client holds, up to the same bound for all. Whoever holds nothing is not known, so there are no
 * more entries than blocks that are held. Safe for use by many threads.
 */
final class HeldByClients {
    private final long limit;
    private final ConcurrentHashMap<String, Long> held = new ConcurrentHashMap<>();

    HeldByClients(long limit) {
        this.limit = limit;
    }

    /** Adds to what a client holds; false, and nothing is added, when that would be too much. */
    boolean tryAdd(String client, long bytes) {
        boolean[] isAdded = {false};
        held.compute(client, (_, known) -> {
            long before = known == null ? 0 : known;
            isAdded[0] = bytes <= limit - before;
            if (isAdded[0]) {
                return before + bytes;
            }
            return known;
        });
        return isAdded[0];
    }

    void subtract(String client, long bytes) {
        held.computeIfPresent(client, (_, known) -> known <= bytes ? null : known - bytes);
    }

    long of(String client) {
        return held.getOrDefault(client, 0L);
    }

    /** Clients that hold anything. */
    int size() {
        return held.size();
    }
}
