package org.khabar.gateway.memory;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.khabar.gateway.quota.QuotaConfig;

/** Makes the one budget of the process. */
@Singleton
final class ProcessMemory {
    /** The rest is for what is free, for what is kept between requests, and for garbage. */
    private static final int SHARE_OF_HEAP = 3;

    /** What is free and the budget are together at most three of four parts of the heap. */
    private static final int PARTS_OF_HEAP = 4;

    /** The least share of the heap, where what is free leaves less. */
    private static final int LEAST_SHARE_OF_HEAP = 8;

    @Produces
    @Singleton
    MemoryBudget budget(
            MemoryConfig config,
            QuotaConfig quotas,
            @ConfigProperty(name = "khabar.gateway.live.max-connections", defaultValue = "5000") int connections,
            @ConfigProperty(name = "khabar.gateway.live.max-subscriptions", defaultValue = "5000") int subscriptions) {
        long heap = Runtime.getRuntime().maxMemory();
        long free = free(quotas.concurrent(), connections, subscriptions);
        return new MemoryBudget(config.budget().orElse(budget(heap, free)), config.percentPerClient());
    }

    /**
     * Bytes that all requests, connections and subscriptions together have for free.
     *
     * @param requests how many may be under way
     * @param connections how many may stay open, each with a message that is there in part
     * @param subscriptions how many there may be, each with an event that is there in part, and with its answer
     */
    static long free(int requests, int connections, int subscriptions) {
        return (long) requests * MemoryShare.FREE_BYTES
                + (connections + 2L * subscriptions) * MemoryShare.LASTING_FREE_BYTES;
    }

    /** The budget, in bytes, for a heap of which so many may be taken for free. */
    static long budget(long heap, long free) {
        long beside = heap / PARTS_OF_HEAP * (PARTS_OF_HEAP - 1) - free;
        return Math.clamp(beside, heap / LEAST_SHARE_OF_HEAP, heap / SHARE_OF_HEAP);
    }
}
