package org.khabar.article.paging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of every connection. */
@ConfigMapping(prefix = "khabar.paging")
public interface PagingConfig {

    /** Items of a page when neither {@code first} nor {@code last} is given. */
    @WithDefault("20")
    int defaultSize();

    /** The largest {@code first} or {@code last} that is answered. */
    @WithDefault("100")
    int maxSize();

    /**
     * How many articles by key, or revisions, comments and the like of all articles together, one selection of a request
     * may ask for.
     */
    @WithDefault("2000")
    int maxBatch();
}
