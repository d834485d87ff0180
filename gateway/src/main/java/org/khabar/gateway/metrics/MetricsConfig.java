package org.khabar.gateway.metrics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of what is counted. */
@ConfigMapping(prefix = "khabar.gateway.metrics")
public interface MetricsConfig {

    /** Names of operations that are told apart, first come, first served; the rest counts as {@code other}. */
    @WithDefault("200")
    int maxOperationNames();
}
