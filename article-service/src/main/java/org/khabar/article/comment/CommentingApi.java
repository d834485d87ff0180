package org.khabar.article.comment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What people do with comments of their own, over GraphQL. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"reader", "editor", "moderator", "admin"})
public class CommentingApi {

    private final Discussions discussions;
    private final CurrentAuthor caller;

    CommentingApi(Discussions discussions, CurrentAuthor caller) {
        this.discussions = discussions;
        this.caller = caller;
    }

    @Mutation
    @Description("Comments on a published article, or replies to one of its comments. A moderator lets it be seen.")
    public @NonNull CommentNode addComment(
            @Id @NonNull String articleId, @Nullable @Id String parentId, @NonNull String text) {
        return discussions.add(articleId, parentId, text, caller.get());
    }

    @Mutation
    @Description("Takes back a comment of the caller's own. Its text is erased, and its replies are no longer seen.")
    public @NonNull CommentNode withdrawComment(@Id @NonNull String id) {
        return discussions.withdraw(id, caller.get());
    }
}
