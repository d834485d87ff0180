package org.khabar.entity.graph;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of what is answered about the archive as a whole. */
@ConfigMapping(prefix = "khabar.graph")
public interface GraphConfig {

    /** Entities most often mentioned together with one that are looked at, to be ordered by significance. */
    @WithDefault("500")
    int maxCoMentions();

    /** Days, weeks or months of one timeline. */
    @WithDefault("1000")
    int maxBuckets();

    /** Entities in most articles of a time that are looked at, to be ordered by how far they are above their past. */
    @WithDefault("2000")
    int maxTrending();

    /** Articles of a time below which nothing counts as a trend. */
    @WithDefault("3")
    int leastTrendingArticles();
}
