package org.khabar.article.article;

import org.jspecify.annotations.Nullable;

/**
 * An article that its source has canceled. It is found by what its source says of it, in this order.
 *
 * @param url where it was published, checked; null when the source does not say
 * @param name the URI that its source calls it by; {@code urn:uuid:} and the id for an article of this archive
 * @param content what it said; null when the source repeats none of it
 * @param reason why, as followers of the feed are told
 * @param mayMove whether whoever says so may take an article back from its readers
 */
public record Cancellation(
        @Nullable String url,
        @Nullable String name,
        @Nullable PreparedArticle content,
        String reason,
        boolean mayMove) {}
