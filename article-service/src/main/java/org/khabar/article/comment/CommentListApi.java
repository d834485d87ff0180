package org.khabar.article.comment;

import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.cdi.event.BeforeExecute;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.loading.SiblingLoader;

/** Lists of comments over GraphQL. Non-blocking: see {@link SiblingLoader}. */
@GraphQLApi
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class CommentListApi {

    private final CurrentAuthor viewer;
    private final SiblingLoader<ArticleNode, CommentArchive.View, CommentConnection> comments;
    private final SiblingLoader<CommentNode, CommentArchive.View, CommentConnection> replies;

    CommentListApi(CommentArchive archive, CurrentAuthor viewer, @VirtualThreads ExecutorService threads) {
        this.viewer = viewer;
        this.comments = new SiblingLoader<>("comments", threads, archive::listComments);
        this.replies = new SiblingLoader<>("replies", threads, archive::listReplies);
    }

    /** For every request, whatever its caller may do. */
    @PermitAll
    void register(@Observes @BeforeExecute Context request) {
        comments.register(request);
        replies.register(request);
    }

    @Description("Approved comments, the oldest first, and those of the caller that wait for a moderator.")
    public Uni<@NonNull CommentConnection> comments(
            @Source ArticleNode article, @Nullable Integer first, @Nullable String after, Context context) {
        return comments.load(article, view(first, after), context);
    }

    @Description("Approved replies, the oldest first, and those of the caller that wait for a moderator.")
    public Uni<@NonNull CommentConnection> replies(
            @Source CommentNode comment, @Nullable Integer first, @Nullable String after, Context context) {
        return replies.load(comment, view(first, after), context);
    }

    private CommentArchive.View view(@Nullable Integer first, @Nullable String after) {
        return new CommentArchive.View(
                first, after, viewer.find().map(Author::subject).orElse(""));
    }
}
