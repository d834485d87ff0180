package org.khabar.article.story;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/**
 * A story as GraphQL shows it.
 *
 * @param onlyArticle its article, when it is the story of an article that stands alone
 */
@Type("Story")
public record StoryNode(
        @Id @NonNull String id,

        @Description("How many published articles tell it.") int count,

        @NonNull @Description("When the earliest of them was published.")
        Instant firstPublishedAt,

        @Ignore @Nullable UUID onlyArticle) {}
