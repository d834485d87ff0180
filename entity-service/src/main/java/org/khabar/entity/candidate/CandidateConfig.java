package org.khabar.entity.candidate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of names that are not in the catalogue. */
@ConfigMapping(prefix = "khabar.candidates")
public interface CandidateConfig {

    /** Names that are stored of one article, the first of its text. */
    @WithDefault("50")
    int maxPerArticle();

    /** Articles that must have a name of which no word is known before it is listed. */
    @WithDefault("3")
    int repeated();

    /** Places in articles that are shown of one name, the newest. */
    @WithDefault("3")
    int maxContexts();
}
