package org.khabar.article.article;

import java.time.Instant;
import java.util.UUID;

/** Names one version of one article. */
public record ArticleVersion(UUID articleId, int version) {

    /** What the article was at a version. */
    public record State(ArticleContent content, ArticleStatus status, Instant updatedAt) {}
}
