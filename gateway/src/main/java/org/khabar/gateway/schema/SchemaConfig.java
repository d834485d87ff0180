package org.khabar.gateway.schema;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the schema comes from. One of the two sources is needed. */
@ConfigMapping(prefix = "khabar.gateway")
public interface SchemaConfig {

    /** The subgraphs as {@code name=url}, separated by commas; their schemas are fetched and composed. */
    Optional<List<String>> subgraphs();

    /** Files with the schemas of subgraphs, by name; the others are asked for theirs. */
    Map<String, Path> subgraphSchemas();

    /** A file or an HTTP address with a supergraph in the join format, composed elsewhere. */
    Optional<String> supergraph();

    /** Headers to ask for the supergraph with, such as a registry's key. */
    Map<String, String> supergraphHeaders();

    /** How large the supergraph may be when it is fetched. */
    @WithDefault("16777216")
    long maxSupergraphBytes();

    /** How often subgraphs, files or the address are looked at for a new schema. */
    @WithDefault("10s")
    Duration pollInterval();

    /** Pause after a first failed attempt to fetch schemas; doubled each time up to the poll interval. */
    @WithDefault("500ms")
    Duration firstRetry();

    /** How many hints of a composition are logged; of the others only how many there are. */
    @WithDefault("20")
    int maxLoggedHints();

    /** How long one subgraph, or a supergraph's address, may take to hand out its schema. */
    @WithDefault("10s")
    Duration schemaTimeout();

    /**
     * How much the operations that are kept may weigh together, and how much the plans; the least useful go first. An
     * operation weighs 10 and 1 for each 10 characters, a plan weighs 10 and 1 for each field that it fetches or writes:
     * each about a kilobyte.
     */
    @WithDefault("100000")
    long planCacheWeight();
}
