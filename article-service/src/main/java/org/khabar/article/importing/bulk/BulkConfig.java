package org.khabar.article.importing.bulk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of imports that are streams of items. One item is bounded by {@code khabar.importing.max-bytes}. */
@ConfigMapping(prefix = "khabar.importing.bulk")
public interface BulkConfig {

    /**
     * The most items that one replica commits at a time, shared evenly by the streams that run. Each takes up to four locks of
     * the database until then, of which it has room for 6,400 unless it is configured for more, for all replicas.
     */
    @WithDefault("400")
    int batchSize();

    /** The most memory of items that one stream commits together, in bytes, roughly: one is taken however large it is. */
    @WithDefault("8388608")
    int batchBytes();

    /** The longest that an item which was read waits for others to be committed with. */
    @WithDefault("1s")
    Duration batchDelay();

    /** Memory of items that are read ahead of a commit, in bytes, roughly; reading waits beyond. */
    @WithDefault("16777216")
    int bufferBytes();

    /** How many such imports one replica runs at a time; one more is refused. */
    @WithDefault("4")
    int maxStreams();

    /** How many times its size a gzip body may expand to, once that is over a mebibyte. */
    @WithDefault("200")
    int maxExpansion();

    /** The largest document that holds several items, such as a feed. */
    @WithDefault("4194304")
    int maxDocumentBytes();

    /** How long a client may leave its results unread before its connection is closed. */
    @WithDefault("60s")
    Duration writeTimeout();

    /** How long the record of an import with a key is kept after its last item. */
    @WithDefault("30d")
    Duration keptRuns();

    /** How many failures of an import its record lists. */
    @WithDefault("1000")
    int keptFailures();
}
