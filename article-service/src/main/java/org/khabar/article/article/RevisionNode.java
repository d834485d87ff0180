package org.khabar.article.article;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.workflow.MoveKind;

/** A revision as GraphQL shows it: the article as it was, and who made it so. */
@Type("Revision")
public record RevisionNode(
        @Ignore RevisionView.Article article,
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
        @NonNull List<@NonNull ArticleMedia> media,
        @Ignore List<String> subjectCodes,

        @Nullable @Description("Who made the revision; only editors and admins see it.")
        String author,

        @NonNull Instant createdAt,

        @Nullable @Description("What made it; only editors and admins see it.")
        MoveKind move,

        @Nullable @Description("What its author tells colleagues; only editors and admins see it.")
        String note,

        @Nullable @Description("What a correction tells readers.")
        String publicNote,

        @Nullable @Description("When the article was to be published by itself; only editors and admins see it.")
        Instant embargoUntil) {

    RevisionEntity.Key key() {
        return new RevisionEntity.Key(article.id(), version);
    }

    static RevisionNode of(RevisionEntity revision, RevisionView.Article article, boolean newsroom) {
        return new RevisionNode(
                article,
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
                revision.media,
                revision.subjects,
                newsroom ? revision.author : null,
                revision.createdAt,
                newsroom ? revision.move : null,
                newsroom ? revision.note : null,
                revision.publicNote,
                newsroom ? revision.embargoUntil : null);
    }
}
