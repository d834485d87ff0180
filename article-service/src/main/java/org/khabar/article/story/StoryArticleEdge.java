package org.khabar.article.story;

import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.article.article.ArticleNode;

/** An article of a story, and the cursor that points at it. */
public record StoryArticleEdge(
        @NonNull ArticleNode node, @NonNull String cursor) {

    static StoryArticleEdge of(ArticleNode article) {
        return new StoryArticleEdge(article, StoryPosition.of(article).cursor());
    }
}
