package org.khabar.article.search;

import java.util.List;
import java.util.Optional;
import org.khabar.article.search.query.SearchQuery;

/** Full text search, whatever it is done with. */
interface SearchIndex {

    /** Takes in articles as they are now, in the transaction of the caller. */
    void index(List<SearchDocument> documents);

    /** The places of a page's articles in their order, and one more when there are more. */
    List<SearchPosition> search(SearchRequest request);

    /** The articles that match, whatever the page; a sample of them when they are many. */
    MatchSample sample(SearchRequest request);

    /** How often the articles of a sample name entities, the most frequent first. */
    List<FacetCount> countEntities(MatchSample sample, int first, SearchDeadline deadline);

    /** How often the articles of a sample are about subjects, the most frequent first. */
    List<FacetCount> countSubjects(MatchSample sample, int first, SearchDeadline deadline);

    /** The query with words that no article has replaced by similar ones that some have; none when all are known. */
    Optional<String> suggest(SearchQuery query, SearchDeadline deadline);
}
