package org.khabar.article.article;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A state of an article that is being written.
 *
 * @param created whether it is the article's first state
 * @param content what the article says now, with the outlet and the time of publication that were settled on
 */
public record WrittenArticle(
        UUID id, int version, ArticleStatus status, boolean created, ArticleContent content, Instant updatedAt) {

    static WrittenArticle of(ArticleEntity article, ArticleContent content, boolean created) {
        ArticleContent settled = new ArticleContent(
                article.outletId,
                article.url,
                article.headline,
                article.language,
                article.kind,
                article.byline,
                article.credit,
                article.publishedAt,
                article.publishedAtStated,
                content.blocks(),
                article.media,
                List.of(article.subjects));
        return new WrittenArticle(article.id, article.version, article.status, created, settled, article.updatedAt);
    }
}
