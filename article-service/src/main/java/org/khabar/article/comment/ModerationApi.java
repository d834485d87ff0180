package org.khabar.article.comment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.paging.PageArguments;

/** Moderation of comments over GraphQL. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed("moderator")
public class ModerationApi {

    private final Discussions discussions;
    private final CommentArchive archive;
    private final CurrentAuthor caller;

    ModerationApi(Discussions discussions, CommentArchive archive, CurrentAuthor caller) {
        this.discussions = discussions;
        this.archive = archive;
        this.caller = caller;
    }

    @Query
    @Description(
            "Comments and replies of published articles that have a status, the oldest first; by default those that"
                    + " wait for a decision.")
    public @NonNull CommentConnection commentQueue(
            @Nullable Integer first, @Nullable String after, @Nullable CommentStatus status) {
        return archive.listQueue(
                status == null ? CommentStatus.PENDING : status, new PageArguments(first, after, null, null));
    }

    @Mutation
    @Description("Lets a comment be seen.")
    public @NonNull CommentNode approveComment(@Id @NonNull String id) {
        return discussions.approve(id, caller.get().subject());
    }

    @Mutation
    @Description("Keeps a comment from being seen, also one that was approved before.")
    public @NonNull CommentNode rejectComment(@Id @NonNull String id, @NonNull String reason) {
        return discussions.reject(id, reason, caller.get().subject());
    }

    @Mutation
    @RolesAllowed({"editor", "moderator", "admin"})
    @Description("Lets an article take no more comments. Those that it has stay.")
    public @NonNull ArticleNode closeComments(@Id @NonNull String articleId) {
        return discussions.setOpen(articleId, false, caller.get().subject());
    }

    @Mutation
    @RolesAllowed({"editor", "moderator", "admin"})
    @Description("Lets an article take comments again.")
    public @NonNull ArticleNode openComments(@Id @NonNull String articleId) {
        return discussions.setOpen(articleId, true, caller.get().subject());
    }
}
