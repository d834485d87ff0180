package org.khabar.article.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.paging.PageRequest;
import org.khabar.article.search.query.QueryParser;
import org.khabar.article.syndication.SearchedArticles;

/** Finds what the feed of a search lists: what readers see, the newest first. */
@ApplicationScoped
class SearchForFeeds implements SearchedArticles {

    private final SearchIndex index;
    private final SearchSelector selector;
    private final SearchConfig config;
    private final SearchCompleteness completeness;

    SearchForFeeds(SearchIndex index, SearchSelector selector, SearchConfig config, SearchCompleteness completeness) {
        this.index = index;
        this.selector = selector;
        this.config = config;
        this.completeness = completeness;
    }

    @Override
    public Found findNewest(String query, int count) {
        SearchRequest request = new SearchRequest(
                QueryParser.parse(query, config.maxWords()),
                selector.select(ArticleSearchFilter.ALL, ArticleStatus.visibleToReaders()),
                ArticleSearchSort.NEWEST,
                new PageRequest<>(count, false, null, null),
                false,
                SearchDeadline.in(config.timeout()));
        boolean complete = completeness.isComplete();
        List<UUID> ids = index.search(request).stream()
                .limit(count)
                .map(SearchPosition::articleId)
                .toList();
        return new Found(ids, complete);
    }
}
