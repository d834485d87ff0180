package org.khabar.article.search;

import org.khabar.article.paging.PageRequest;
import org.khabar.article.search.query.SearchQuery;

/**
 * A page of a search.
 *
 * @param onePerStory whether of the articles that match and tell one story only the earliest counts
 * @param deadline when all searching of the request must be over
 */
record SearchRequest(
        SearchQuery query,
        SearchSelection selection,
        ArticleSearchSort sort,
        PageRequest<SearchPosition> page,
        boolean onePerStory,
        SearchDeadline deadline) {

    /** Whether nothing can be found: the query has no words though it was not left blank, or the filter is empty. */
    boolean findsNothing() {
        return selection.isEmpty() || (query.expression() == null && !query.isBlank());
    }
}
