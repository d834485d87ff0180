package org.khabar.article.story;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleNode;

/** Stories over GraphQL. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class StoryApi {

    private final StoryArchive archive;

    StoryApi(StoryArchive archive) {
        this.archive = archive;
    }

    @Query
    @Description("The story with this id, or the one that it was merged into; null when no published article tells it.")
    public @Nullable StoryNode story(@Id @NonNull String id) {
        try {
            return archive.findStory(UUID.fromString(id)).orElse(null);
        } catch (IllegalArgumentException garbled) {
            return null;
        }
    }

    @Description("What this article and its near-duplicates tell, such as one agency's text in several outlets;"
            + " null while the article is not published.")
    public List<@Nullable StoryNode> story(@Source List<ArticleNode> articles) {
        return archive.listStoriesOf(articles);
    }
}
