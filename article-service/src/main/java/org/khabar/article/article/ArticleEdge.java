package org.khabar.article.article;

import org.eclipse.microprofile.graphql.NonNull;

/** An article in a connection, and the cursor that points at it. */
public record ArticleEdge(
        @NonNull ArticleNode node, @NonNull String cursor) {

    static ArticleEdge of(ArticleNode article) {
        return new ArticleEdge(article, ArticlePosition.of(article).cursor());
    }
}
