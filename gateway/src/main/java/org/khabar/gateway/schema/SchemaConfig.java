package org.khabar.gateway.schema;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where the schema comes from. One of the two sources is needed. */
@ConfigMapping(prefix = "khabar.gateway")
public interface SchemaConfig {

    /** The subgraphs as {@code name=url}, separated by commas; their schemas are fetched and composed. */
    Optional<List<String>> subgraphs();

    /** A file with a supergraph in the join format, composed elsewhere. */
    Optional<Path> supergraph();

    /** How often subgraphs or the file are looked at for a new schema. */
    @WithDefault("10s")
    Duration pollInterval();

    /** Pause after a first failed attempt to fetch schemas; doubled each time up to the poll interval. */
    @WithDefault("500ms")
    Duration firstRetry();

    /** How long one subgraph may take to hand out its schema. */
    @WithDefault("10s")
    Duration schemaTimeout();

    /** Plans that are kept; the least useful go first. */
    @WithDefault("2000")
    int planCacheSize();
}
