package org.khabar.entity.exchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of exports and imports of the catalogue. */
@ConfigMapping(prefix = "khabar.exchange")
public interface ExchangeConfig {

    /** How many entities an export reads at once. */
    @WithDefault("200")
    int exportBatchSize();

    /** Exports that one replica may have under way. */
    @WithDefault("4")
    int maxExports();

    /** Imports that one replica may have under way. */
    @WithDefault("2")
    int maxImports();

    /** How long a client may take to read what it was sent before its connection is closed. */
    @WithDefault("60s")
    Duration stallTimeout();

    /** The most entities that are committed together; nobody else edits the catalogue until then. */
    @WithDefault("100")
    int importBatchSize();

    /** The longest that an entity which was read waits for others to be committed with. */
    @WithDefault("500ms")
    Duration importBatchDelay();

    /** Bytes of lines that are read ahead of a commit; reading waits beyond. */
    @WithDefault("4194304")
    int importBufferBytes();

    /** The longest line, in bytes. */
    @WithDefault("1048576")
    int maxLineBytes();

    /** How deep a line's objects and lists may be nested. */
    @WithDefault("10")
    int maxDepth();

    /** The most aliases of one entity. */
    @WithDefault("5000")
    int maxAliases();

    /** The most keys, names, descriptions, external ids and relations of one entity, of each. */
    @WithDefault("1000")
    int maxDetails();

    /** How many times its size a gzip body may expand to, once that is over a mebibyte. */
    @WithDefault("200")
    int maxExpansion();

    /** Changed names of one import that articles are looked for by; with more, all articles are linked again. */
    @WithDefault("20000")
    int maxRelinkedNames();
}
