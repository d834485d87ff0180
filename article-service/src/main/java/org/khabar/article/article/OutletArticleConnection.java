package org.khabar.article.article;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.article.paging.Page;
import org.khabar.article.paging.PageInfo;

/** A page of an outlet's articles. They are not counted: of many outlets at once that would be all articles. */
public record OutletArticleConnection(
        @NonNull List<@NonNull ArticleEdge> edges,
        @NonNull List<@NonNull ArticleNode> nodes,
        @NonNull PageInfo pageInfo) {

    static OutletArticleConnection of(Page<ArticleNode> page) {
        return new OutletArticleConnection(
                page.items().stream().map(ArticleEdge::of).toList(),
                page.items(),
                page.info(article -> ArticlePosition.of(article).cursor()));
    }
}
