package org.khabar.gateway.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a subgraph is not asked for a while, because it fails too often. */
@ConfigMapping(prefix = "khabar.gateway.circuit")
public interface CircuitConfig {

    /** Whether subgraphs are ever left alone. */
    @WithDefault("true")
    boolean enabled();

    /** From this share of failures on. */
    @WithDefault("50")
    int failurePercent();

    /** The time that is looked at, in whole seconds. */
    @WithDefault("10s")
    Duration window();

    /** Fetches in that time below which nothing is concluded. */
    @WithDefault("20")
    int minFetches();

    /** How long it is left alone until it is tried again. */
    @WithDefault("5s")
    Duration openFor();

    /** Fetches that it is tried with. */
    @WithDefault("5")
    int probes();
}
