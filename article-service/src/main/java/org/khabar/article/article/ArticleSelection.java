package org.khabar.article.article;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which articles a list has, checked: every null means no condition.
 *
 * @param statuses what the caller may see
 * @param subjects codes of subjects, with those below them
 * @param onePerStory whether of the articles that tell one story only the earliest is in the list
 */
record ArticleSelection(
        Set<ArticleStatus> statuses,
        @Nullable Set<UUID> outlets,
        @Nullable Set<String> languages,
        @Nullable Set<ArticleKind> kinds,
        @Nullable Set<String> subjects,
        @Nullable Instant from,
        @Nullable Instant before,
        boolean onePerStory) {

    /** The same, with or without articles that repeat an earlier one of the selection. */
    ArticleSelection withOnePerStory(boolean wanted) {
        return new ArticleSelection(statuses, outlets, languages, kinds, subjects, from, before, wanted);
    }

    /** Whether an article is one of them. */
    boolean has(ArticleNode article) {
        return statuses.contains(article.status())
                && (outlets == null || outlets.contains(article.outletId()))
                && (languages == null || languages.contains(article.language()))
                && (kinds == null || kinds.contains(article.kind()))
                && (subjects == null || article.subjectCodes().stream().anyMatch(subjects::contains))
                && (from == null || !article.publishedAt().isBefore(from))
                && (before == null || article.publishedAt().isBefore(before));
    }
}
