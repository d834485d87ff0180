package org.khabar.article.importing.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of imported feeds. */
@ConfigMapping(prefix = "khabar.importing.feed")
public interface FeedFormConfig {

    /** The most entries that one feed may have. */
    @WithDefault("1000")
    int maxItems();
}
