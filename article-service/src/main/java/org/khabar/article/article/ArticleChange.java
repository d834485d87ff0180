package org.khabar.article.article;

import java.time.Instant;
import java.util.UUID;

/**
 * A change that followers of the archive are told of.
 *
 * @param version the version that the article has with the change
 */
public record ArticleChange(Type type, UUID articleId, int version, Instant time) {

    /** What happened to the article, as its readers see it. */
    public enum Type {
        PUBLISHED,
        REVISED,
        WITHDRAWN
    }
}
