package org.khabar.article.search;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a search matches, looked up when it is first asked for: by its count, or by its facets. While the index does not
 * have all articles, nothing says that it is all.
 */
final class SearchMatches {

    private final SearchIndex index;
    private final SearchRequest request;
    private final boolean complete;
    private @Nullable MatchSample sample;

    /** @param complete whether the index has all articles */
    SearchMatches(SearchIndex index, SearchRequest request, boolean complete) {
        this.index = index;
        this.request = request;
        this.complete = complete;
    }

    SearchRequest request() {
        return request;
    }

    SearchDeadline deadline() {
        return request.deadline();
    }

    /** The query as it may be meant; none while the words of some articles are not known. */
    Optional<String> suggest() {
        return complete ? index.suggest(request.query(), deadline()) : Optional.empty();
    }

    synchronized MatchSample sample() {
        MatchSample known = sample;
        if (known == null) {
            MatchSample read = index.sample(request);
            known = complete ? read : read.partial();
            sample = known;
        }
        return known;
    }
}
