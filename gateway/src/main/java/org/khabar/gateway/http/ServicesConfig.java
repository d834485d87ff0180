package org.khabar.gateway.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What is different for some subgraphs, by their names. */
@ConfigMapping(prefix = "khabar.gateway.services")
public interface ServicesConfig {

    /** The subgraphs that something is different for. */
    @WithParentName
    Map<String, Service> services();

    /** What is different for one subgraph. */
    interface Service {

        /** How long one fetch may take; see {@link HttpConfig#subgraphTimeout}. */
        Optional<Duration> timeout();

        /** Connections; see {@link HttpConfig#connectionsPerSubgraph}. */
        OptionalInt connections();

        /** Fetches that may wait for a connection; see {@link HttpConfig#maxWaitingFetches}. */
        OptionalInt maxWaitingFetches();
    }
}
