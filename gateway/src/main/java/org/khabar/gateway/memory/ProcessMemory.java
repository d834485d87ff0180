package org.khabar.gateway.memory;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the one budget of the process. */
@Singleton
final class ProcessMemory {
    /** The rest is for what every request has for free, for what is kept between them, and for garbage. */
    private static final int SHARE_OF_HEAP = 3;

    @Produces
    @Singleton
    MemoryBudget budget(MemoryConfig config) {
        return new MemoryBudget(
                config.budget().orElse(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP), config.percentPerClient());
    }
}
