package org.khabar.article.story;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of stories. */
@ConfigMapping(prefix = "khabar.story")
public interface StoryConfig {

    /** How many hours apart near-duplicates may be published. */
    @WithDefault("72")
    int windowHours();

    /** Articles of one story; a further near-duplicate begins another story. */
    @WithDefault("1000")
    int maxArticles();
}
