package org.khabar.article.article;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of what an article holds beside its text. */
@ConfigMapping(prefix = "khabar.article")
public interface ContentConfig {

    /** The most media of one article. */
    @WithDefault("50")
    int maxMedia();

    /** The most renditions of one medium. */
    @WithDefault("20")
    int maxRenditions();

    /** The most subjects of one article. */
    @WithDefault("50")
    int maxSubjects();
}
