package org.khabar.gateway.tracing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What traces show. Whether there are any, and where they go, say Quarkus' keys {@code quarkus.otel.*}. */
@ConfigMapping(prefix = "khabar.gateway.traces")
public interface TracingConfig {

    /** Whether spans have the operation's document as it came, with the values that are written in it. */
    @WithDefault("false")
    boolean document();

    /**
     * Whether spans are part of the client's trace and kept when the client says so. Otherwise each operation begins a
     * trace of its own, linked to the client's, and the gateway decides whether it is kept.
     */
    @WithDefault("false")
    boolean trustClients();
}
