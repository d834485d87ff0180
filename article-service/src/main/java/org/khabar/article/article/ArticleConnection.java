package org.khabar.article.article;

import java.util.List;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.article.paging.Page;
import org.khabar.article.paging.PageInfo;

/**
 * A page of articles. Its {@code totalCount} is a field of its own, so that it is counted only when selected.
 *
 * @param selection what the connection lists, for counting
 */
public record ArticleConnection(
        @NonNull List<@NonNull ArticleEdge> edges,
        @NonNull List<@NonNull ArticleNode> nodes,
        @NonNull PageInfo pageInfo,
        @Ignore ArticleSelection selection) {

    static ArticleConnection of(Page<ArticleNode> page, ArticleSelection selection) {
        return new ArticleConnection(
                page.items().stream().map(ArticleEdge::of).toList(),
                page.items(),
                page.info(article -> ArticlePosition.of(article).cursor()),
                selection);
    }
}
