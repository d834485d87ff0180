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
        @Nullable Instant before) {}
