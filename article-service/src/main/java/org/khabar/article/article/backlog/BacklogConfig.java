package org.khabar.article.article.backlog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How articles that were written in bulk are taken into the search index and the stories. */
@ConfigMapping(prefix = "khabar.backlog")
public interface BacklogConfig {

    /** Whether this process takes in what waits. */
    @WithDefault("true")
    boolean enabled();

    /** So many articles that are written in one transaction wait for their turn; fewer are taken in with it. */
    @WithDefault("20")
    int minBatch();

    /** The most articles that are taken in together. */
    @WithDefault("100")
    int batchSize();

    /** The most text of articles that are taken in together, in bytes: one is taken in however large it is. */
    @WithDefault("2097152")
    int batchBytes();

    /** How often a replica looks whether articles wait. */
    @WithDefault("500ms")
    Duration pollInterval();

    /** How many threads take articles in while none are imported here; at least one. */
    @WithDefault("2")
    int workers();

    /** What part of one thread's time, in percent, goes into taking articles in while others are imported here. */
    @WithDefault("25")
    int share();

    /**
     * So many articles may wait, those aside that could not be taken in. While more do, imports in bulk go no faster than
     * articles are taken in.
     */
    @WithDefault("1000000")
    int maxWaiting();

    /** When nothing is taken in for so long, by no replica, imports wait for that no longer. */
    @WithDefault("5m")
    Duration stalledAfter();

    /** The first pause before an article that could not be taken in is tried again; doubles each time. */
    @WithDefault("10s")
    Duration firstRetry();

    /** The longest such pause. */
    @WithDefault("1h")
    Duration longestRetry();
}
