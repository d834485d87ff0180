package org.khabar.entity.mention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the dictionary in memory follows the catalogue. */
@ConfigMapping(prefix = "khabar.entity.dictionary")
public interface DictionaryConfig {

    /** How often changes of names are asked for. */
    @WithDefault("500ms")
    Duration pollInterval();

    /** With more changed entities than this the dictionary is built anew instead of keeping their names beside it. */
    @WithDefault("10000")
    int maxEdits();

    /** With more than that, how long no further ones must have come before it is built: an import has ended then. */
    @WithDefault("5s")
    Duration quietTime();

    /** How long it is put off at most while changes keep coming. */
    @WithDefault("10m")
    Duration longestDelay();

    /** How long changes are kept for the dictionaries of other replicas; one that read none for half as long is built anew. */
    @WithDefault("24h")
    Duration keptChanges();
}
