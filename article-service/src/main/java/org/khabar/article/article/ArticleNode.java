package org.khabar.article.article;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/**
 * An article as GraphQL shows it; outlet, blocks and revisions are fields of their own, read in batches.
 *
 * @param correctionNote what the last correction of a corrected article tells readers; null for any other
 */
@Type("Article")
@Name("Article")
@Key(fields = @FieldSet("id"))
public record ArticleNode(
        @Id @NonNull String id,
        @NonNull String headline,

        @NonNull @Description("BCP 47 tag; und when it was not recognised.")
        String language,

        @NonNull ArticleKind kind,
        @NonNull ArticleStatus status,
        @Ignore UUID outletId,

        @Nullable @Description("Who signs the text, as the page has it.")
        String byline,

        @Nullable @Description("Whom the text is taken from, such as an agency.")
        String credit,

        @Nullable String url,
        @NonNull Instant publishedAt,
        @NonNull Instant updatedAt,

        @Description("1 for the first revision.") int version,

        @NonNull @Description("Pictures, videos and other media, as links.")
        List<@NonNull ArticleMedia> media,

        @Ignore List<String> subjectCodes,

        @Nullable @Description("When a scheduled article is published by itself; null for any other.")
        Instant embargoUntil,

        @Nullable @Description("Why a withdrawn article was withdrawn; null for any other.")
        String withdrawalReason,

        @Ignore int historyFrom,
        @Ignore @Nullable String correctionNote) {

    static ArticleNode of(ArticleEntity article) {
        return new ArticleNode(
                article.id.toString(),
                article.headline,
                article.language,
                article.kind,
                article.status,
                article.outletId,
                article.byline,
                article.credit,
                article.url,
                article.publishedAt,
                article.updatedAt,
                article.version,
                article.media,
                List.of(article.subjects),
                article.embargoUntil,
                article.withdrawalReason,
                article.historyFrom,
                article.correctionNote);
    }

    RevisionView.Article inHistory() {
        return new RevisionView.Article(UUID.fromString(id), historyFrom);
    }

    RevisionEntity.Key revisionKey() {
        return new RevisionEntity.Key(UUID.fromString(id), version);
    }
}
