package org.khabar.article.related;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of related articles. */
@ConfigMapping(prefix = "khabar.related")
public interface RelatedConfig {

    /** Related articles of one when {@code first} is not given. */
    @WithDefault("5")
    int defaultSize();

    /** The largest {@code first} that is answered. */
    @WithDefault("20")
    int maxSize();

    /** An article that is published so much earlier or later counts half. */
    @WithDefault("30d")
    Duration halfLife();

    /** Entities of an article that others are looked for by: the most salient. */
    @WithDefault("8")
    int maxEntities();

    /** Articles with one of these entities that are looked at: so many before the article and after it. */
    @WithDefault("40")
    int maxArticlesPerEntity();

    /** Articles of one request that related ones are looked for at once. */
    @WithDefault("200")
    int maxArticles();
}
