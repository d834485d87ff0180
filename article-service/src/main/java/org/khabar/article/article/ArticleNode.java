package org.khabar.article.article;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** An article as GraphQL shows it; outlet, blocks and revisions are fields of their own, read in batches. */
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

        @Description("1 for the first revision.") int version) {

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
                article.version);
    }

    RevisionEntity.Key revisionKey() {
        return new RevisionEntity.Key(UUID.fromString(id), version);
    }
}
