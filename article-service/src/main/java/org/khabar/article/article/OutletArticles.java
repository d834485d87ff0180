package org.khabar.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.khabar.article.outlet.OutletNode;
import org.khabar.article.paging.Page;
import org.khabar.article.paging.PageArguments;
import org.khabar.article.paging.PageRequest;
import org.khabar.article.paging.PagingConfig;

/** Lists the published articles of outlets, of many at once. */
@ApplicationScoped
class OutletArticles {

    private final OutletArticlesRepository repository;
    private final PagingConfig paging;

    OutletArticles(OutletArticlesRepository repository, PagingConfig paging) {
        this.repository = repository;
        this.paging = paging;
    }

    /** A page of each outlet's articles, in the order of the outlets. One query. */
    @Transactional
    List<OutletArticleConnection> listPages(List<OutletNode> of, PageArguments arguments) {
        PageRequest<ArticlePosition> request = PageRequest.of(arguments, paging, ArticlePosition::of);
        request.refuseLargeBatch(of.size(), paging);
        Set<UUID> ids = of.stream().map(outlet -> UUID.fromString(outlet.id())).collect(Collectors.toSet());
        Map<String, List<ArticleNode>> rows = repository.listPages(ids, request).stream()
                .map(ArticleNode::of)
                .collect(Collectors.groupingBy(article -> article.outletId().toString()));
        return of.stream()
                .map(outlet -> Page.of(rows.getOrDefault(outlet.id(), List.of()), request))
                .map(OutletArticleConnection::of)
                .toList();
    }
}
