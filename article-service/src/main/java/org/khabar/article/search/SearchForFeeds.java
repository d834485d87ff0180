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

    SearchForFeeds(SearchIndex index, SearchSelector selector, SearchConfig config) {
        this.index = index;
        this.selector = selector;
        this.config = config;
    }

    @Override
    public List<UUID> listNewest(String query, int count) {
        SearchRequest request = new SearchRequest(
                QueryParser.parse(query, config.maxWords()),
                selector.select(ArticleSearchFilter.ALL, ArticleStatus.visibleToReaders()),
                ArticleSearchSort.NEWEST,
                new PageRequest<>(count, false, null, null),
                false,
                SearchDeadline.in(config.timeout()));
        return index.search(request).stream()
                .limit(count)
                .map(SearchPosition::articleId)
                .toList();
    }
}
