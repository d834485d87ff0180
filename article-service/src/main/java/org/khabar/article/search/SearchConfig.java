package org.khabar.article.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of searches. */
@ConfigMapping(prefix = "khabar.search")
public interface SearchConfig {

    /** The longest query, in UTF-16 code units. */
    @WithDefault("500")
    int maxQueryLength();

    /** The most words of a query that count; the rest is left out with a warning. */
    @WithDefault("32")
    int maxWords();

    /** The most values of one member of a filter. */
    @WithDefault("100")
    int maxFilterValues();

    /** The most highlights of one article. */
    @WithDefault("50")
    int maxHighlights();

    /** The most values of a facet, and the most columns of a histogram. */
    @WithDefault("1000")
    int maxFacetValues();

    /** The most articles that match which are counted one by one; of more a count says that there are at least as many. */
    @WithDefault("50000")
    int maxCounted();

    /** How long all searching of one request may take: pages, counts, facets, highlights and suggestions together. */
    @WithDefault("5s")
    Duration timeout();

    /** How often new words are taken into the vocabulary that spelling suggestions come from. */
    @WithDefault("2s")
    Duration vocabularyInterval();
}
