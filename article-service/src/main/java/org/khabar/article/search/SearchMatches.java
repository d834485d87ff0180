package org.khabar.article.search;

import org.jspecify.annotations.Nullable;

/** All that a search matches, looked up when it is first asked for: by its count, or by its facets. */
final class SearchMatches {

    private final SearchIndex index;
    private final SearchRequest request;
    private @Nullable MatchSample sample;

    SearchMatches(SearchIndex index, SearchRequest request) {
        this.index = index;
        this.request = request;
    }

    SearchRequest request() {
        return request;
    }

    synchronized MatchSample sample() {
        MatchSample known = sample;
        if (known == null) {
            known = index.sample(request);
            sample = known;
        }
        return known;
    }
}
