package org.khabar.article.article;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** A revision as GraphQL shows it: the article as it was, and who made it so. */
@Type("Revision")
public record RevisionNode(
        int version,
        @NonNull String headline,
        @NonNull String language,
        @NonNull ArticleKind kind,
        @NonNull ArticleStatus status,
        @Nullable String byline,
        @Nullable String credit,
        @Nullable String url,
        @NonNull Instant publishedAt,
        @NonNull List<@NonNull BlockNode> blocks,

        @Nullable @Description("Who made the revision; only editors and admins see it.")
        String author,

        @NonNull Instant createdAt) {

    static RevisionNode of(RevisionEntity revision, boolean authorVisible) {
        return new RevisionNode(
                revision.key.version(),
                revision.headline,
                revision.language,
                revision.kind,
                revision.status,
                revision.byline,
                revision.credit,
                revision.url,
                revision.publishedAt,
                BlockNode.listOf(revision.blocks),
                authorVisible ? revision.author : null,
                revision.createdAt);
    }
}
