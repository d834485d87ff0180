package org.khabar.article.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.khabar.article.article.ArticleContent;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.ArticleVersion;
import org.khabar.article.article.RevisionReader;
import org.khabar.article.article.VisibleArticles;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.paging.Page;
import org.khabar.article.paging.PageArguments;
import org.khabar.article.paging.PageRequest;
import org.khabar.article.paging.PagingConfig;
import org.khabar.article.search.query.QueryParser;

/** Searches in articles, as far as the caller may see them. */
@ApplicationScoped
class ArticleSearch {

    private final SearchIndex index;
    private final SearchSelector selector;
    private final VisibleArticles articles;
    private final RevisionReader revisions;
    private final SearchCompleteness completeness;
    private final SearchConfig config;
    private final PagingConfig paging;

    ArticleSearch(
            SearchIndex index,
            SearchSelector selector,
            VisibleArticles articles,
            RevisionReader revisions,
            SearchCompleteness completeness,
            SearchConfig config,
            PagingConfig paging) {
        this.index = index;
        this.selector = selector;
        this.articles = articles;
        this.revisions = revisions;
        this.completeness = completeness;
        this.config = config;
        this.paging = paging;
    }

    /** @throws RequestFailure when an argument cannot be used; every query within its length can */
    ArticleSearchConnection search(
            String text,
            ArticleSearchFilter filter,
            ArticleSearchSort sort,
            PageArguments arguments,
            boolean onePerStory,
            SearchDeadline deadline) {
        if (text.length() > config.maxQueryLength()) {
            throw RequestFailure.limitExceeded(
                    "The query has %d characters; the limit is %d.".formatted(text.length(), config.maxQueryLength()));
        }
        SearchRequest request = new SearchRequest(
                QueryParser.parse(text, config.maxWords()),
                selector.select(filter, articles.statuses()),
                sort,
                PageRequest.of(arguments, paging, cursor -> SearchPosition.of(cursor, sort)),
                onePerStory,
                deadline);
        return connection(request, Page.of(index.search(request), request.page()));
    }

    private ArticleSearchConnection connection(SearchRequest request, Page<SearchPosition> page) {
        List<UUID> ids = page.items().stream().map(SearchPosition::articleId).toList();
        Map<UUID, ArticleNode> nodes = articles.listByIds(ids);
        List<ArticleSearchEdge> edges = page.items().stream()
                .filter(position -> nodes.containsKey(position.articleId()))
                .map(position -> edge(position, Objects.requireNonNull(nodes.get(position.articleId())), request))
                .toList();
        boolean complete = completeness.isComplete();
        return new ArticleSearchConnection(
                edges,
                edges.stream().map(ArticleSearchEdge::node).toList(),
                page.info(SearchPosition::cursor),
                complete
                        ? request.query().warnings()
                        : withUnindexed(request.query().warnings()),
                new SearchMatches(index, request, complete));
    }

    private static List<String> withUnindexed(List<String> warnings) {
        List<String> more = new ArrayList<>(warnings);
        more.add("Articles that were stored before the last update are still being indexed; some are not found yet.");
        return List.copyOf(more);
    }

    private static ArticleSearchEdge edge(SearchPosition position, ArticleNode node, SearchRequest request) {
        boolean ranked = position.sort() == ArticleSearchSort.RELEVANCE
                && request.query().expression() != null;
        return new ArticleSearchEdge(
                node, position.cursor(), ranked ? position.level().score() : null, request);
    }

    /** The highlights of each article, in the order of the edges. One query. */
    List<List<SearchHighlight>> listHighlights(List<ArticleSearchEdge> edges) {
        List<ArticleVersion> versions =
                edges.stream().map(ArticleSearch::version).toList();
        Map<ArticleVersion, ArticleVersion.State> states = revisions.listStates(versions);
        List<List<SearchHighlight>> highlights = new ArrayList<>();
        for (ArticleSearchEdge edge : edges) {
            ArticleContent content =
                    Objects.requireNonNull(states.get(version(edge))).content();
            edge.request().deadline().millisLeft();
            highlights.add(Highlighter.find(edge.request().query(), content, config.maxHighlights()));
        }
        return highlights;
    }

    private static ArticleVersion version(ArticleSearchEdge edge) {
        return new ArticleVersion(UUID.fromString(edge.node().id()), edge.node().version());
    }
}
