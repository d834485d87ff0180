package org.khabar.article.comment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleNode;

/** What articles and comments say of each other, over GraphQL; lists of comments are in {@link CommentListApi}. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class CommentApi {

    private final CommentArchive archive;

    CommentApi(CommentArchive archive) {
        this.archive = archive;
    }

    @Description("How many approved comments and replies it has.")
    public @NonNull List<@NonNull Integer> commentCount(@Source List<ArticleNode> articles) {
        return archive.countComments(articles);
    }

    @Description("Whether it takes comments.")
    public @NonNull List<@NonNull Boolean> commentsOpen(@Source List<ArticleNode> articles) {
        return archive.listOpen(articles);
    }

    @Description("What it is about; null when that is no longer published.")
    public List<@Nullable ArticleNode> article(@Source List<CommentNode> comments) {
        return archive.listArticles(comments);
    }
}
