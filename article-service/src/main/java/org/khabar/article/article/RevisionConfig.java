package org.khabar.article.article;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of what is told of articles' histories. */
@ConfigMapping(prefix = "khabar.revision")
public interface RevisionConfig {

    /** How many revisions one selection of a request may have compared with the ones before. */
    @WithDefault("100")
    int maxCompared();

    /** How many corrections of one article are told: the newest. */
    @WithDefault("50")
    int maxCorrections();
}
