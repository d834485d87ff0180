package org.khabar.article.search;

import org.eclipse.microprofile.graphql.Description;

/** In which order a search lists articles. */
@Description(
        "RELEVANCE: where all words stand in the headline before those where they stand out, before the rest, words"
                + " as typed before other forms; newest first among equals. NEWEST: newest first.")
public enum ArticleSearchSort {
    RELEVANCE,
    NEWEST
}
