package org.khabar.gateway.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.util.Optional;
import java.util.Set;

/** Fields that are on their way from one subgraph to another. */
@ConfigMapping(prefix = "khabar.gateway")
public interface OverrideConfig {

    /** The labels of progressive overrides that hold; {@code percent(N)} is decided by the gateway itself. */
    @WithName("override-labels")
    Optional<Set<String>> overrideLabels();
}
