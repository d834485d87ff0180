package org.khabar.article.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The articles that match, or an even sample of them when they are many.
 *
 * @param factor how many articles one of the sample stands for; 1 when all are here
 * @param whole whether this is all of the sample; false when there may be more than were read
 */
record MatchSample(List<MatchedArticle> articles, int factor, boolean whole) {

    MatchSample {
        articles = List.copyOf(articles);
    }

    /** The same, of which it is not known whether it is all. */
    MatchSample partial() {
        return new MatchSample(articles, factor, false);
    }

    boolean isEstimate() {
        return factor > 1;
    }

    int total() {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, (long) articles.size() * factor));
    }

    /** Ids of at most so many of them, spread evenly. */
    List<UUID> ids(int most) {
        int step = Math.max(1, (articles.size() + most - 1) / most);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < articles.size(); i += step) {
            ids.add(articles.get(i).articleId());
        }
        return ids;
    }

    /** How often each value occurs, the most frequent first; as many as are wanted. */
    List<FacetCount> counts(Function<MatchedArticle, String> value, int first) {
        return FacetCount.ranked(articles.stream().map(value), factor, first);
    }
}
