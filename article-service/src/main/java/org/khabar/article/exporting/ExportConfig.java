package org.khabar.article.exporting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of exports. */
@ConfigMapping(prefix = "khabar.exporting")
public interface ExportConfig {

    /** How many articles are read at once. */
    @WithDefault("100")
    int batchSize();

    /** Exports that one replica may have under way. */
    @WithDefault("4")
    int maxStreams();

    /** How long a client may take to read what it was sent before the export is cut off. */
    @WithDefault("60s")
    Duration stallTimeout();
}
