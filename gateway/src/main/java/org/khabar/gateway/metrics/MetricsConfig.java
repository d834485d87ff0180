package org.khabar.gateway.metrics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of what is counted. */
@ConfigMapping(prefix = "khabar.gateway.metrics")
public interface MetricsConfig {

    /**
     * Names of operations that are told apart beside those of trusted documents, first come, first served; the rest
     * counts as {@code other}.
     */
    @WithDefault("200")
    int maxOperationNames();

    /** How long a name that is no trusted document's may go unused before another may have its place. */
    @WithDefault("1h")
    Duration forgetNamesAfter();
}
