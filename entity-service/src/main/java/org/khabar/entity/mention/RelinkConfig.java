package org.khabar.entity.mention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How articles are linked again after the catalogue has changed. */
@ConfigMapping(prefix = "khabar.entity.relink")
public interface RelinkConfig {

    /** Whether this process does it. */
    @WithDefault("true")
    boolean enabled();

    /** How often it looks whether there is something to do. */
    @WithDefault("500ms")
    Duration pollInterval();

    /** Articles that a process claims at once. */
    @WithDefault("20")
    int batchSize();

    /** How long a claim holds: what a killed process has claimed is free again after that. */
    @WithDefault("1m")
    Duration lease();
}
