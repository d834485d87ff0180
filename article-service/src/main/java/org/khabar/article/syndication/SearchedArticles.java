package org.khabar.article.syndication;

import java.util.List;
import java.util.UUID;

/** Finds articles by words, for feeds of a search. A feature that searches gives a bean of this type. */
public interface SearchedArticles {

    /**
     * What a search finds.
     *
     * @param complete whether the index has all articles by now
     */
    record Found(List<UUID> ids, boolean complete) {

        public Found {
            ids = List.copyOf(ids);
        }
    }

    /**
     * The articles that a search finds, the newest first.
     *
     * @param query what a reader would type
     * @param count at most so many
     * @throws org.khabar.article.failure.RequestFailure when the query cannot be used
     */
    Found findNewest(String query, int count);
}
