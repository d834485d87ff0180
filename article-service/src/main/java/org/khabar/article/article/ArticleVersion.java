package org.khabar.article.article;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names one version of one article. */
public record ArticleVersion(UUID articleId, int version) {

    /**
     * What the article was at a version.
     *
     * @param withdrawalReason why it was withdrawn by this version, null when it was not
     * @param correctionNote what this version tells readers that it puts right, null when it is no correction
     * @param withdrawnSince whether the article was withdrawn with this version or later, so that nobody may read it
     */
    public record State(
            ArticleContent content,
            ArticleStatus status,
            Instant updatedAt,
            @Nullable String withdrawalReason,
            @Nullable String correctionNote,
            boolean withdrawnSince) {}
}
