package org.khabar.gateway.memory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalLong;

/** How much memory requests may take together. */
@ConfigMapping(prefix = "khabar.gateway.memory")
public interface MemoryConfig {

    /**
     * Bytes that all requests may hold at once, beyond 64 KiB for each; when not set a third of the largest heap, or less
     * where what is free would not fit beside it.
     */
    OptionalLong budget();

    /** How much of the {@link #budget} one client may hold, of 100. */
    @WithDefault("25")
    int percentPerClient();
}
