package org.khabar.article.story;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.paging.Page;
import org.khabar.article.paging.PageInfo;

/** A page of the articles that tell a story, the earliest first. How many there are says the story. */
public record StoryArticleConnection(
        @NonNull List<@NonNull StoryArticleEdge> edges,
        @NonNull List<@NonNull ArticleNode> nodes,
        @NonNull PageInfo pageInfo) {

    static StoryArticleConnection of(Page<ArticleNode> page) {
        return new StoryArticleConnection(
                page.items().stream().map(StoryArticleEdge::of).toList(),
                page.items(),
                page.info(article -> StoryPosition.of(article).cursor()));
    }
}
