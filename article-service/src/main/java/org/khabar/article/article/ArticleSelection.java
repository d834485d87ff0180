package org.khabar.article.article;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which articles a list has, checked: every null means no condition.
 *
 * @param statuses what the caller may see
 */
record ArticleSelection(
        Set<ArticleStatus> statuses,
        @Nullable Set<UUID> outlets,
        @Nullable Set<String> languages,
        @Nullable Set<ArticleKind> kinds,
        @Nullable Instant from,
        @Nullable Instant before) {

    /** Whether an article is one of them. */
    boolean has(ArticleNode article) {
        return statuses.contains(article.status())
                && (outlets == null || outlets.contains(article.outletId()))
                && (languages == null || languages.contains(article.language()))
                && (kinds == null || kinds.contains(article.kind()))
                && (from == null || !article.publishedAt().isBefore(from))
                && (before == null || article.publishedAt().isBefore(before));
    }
}
