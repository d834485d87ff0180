package org.khabar.gateway.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many fetches may be sent a second time. */
@ConfigMapping(prefix = "khabar.gateway.retries")
public interface RetryConfig {

    /** Retries for every hundred fetches from a subgraph. */
    @WithDefault("10")
    int percent();

    /** Retries in a second however few fetches there are; 0, with no percent, for no retries. */
    @WithDefault("1")
    int perSecond();

    /** Retries that may be saved up, for when many connections break at once. */
    @WithDefault("100")
    int burst();
}
