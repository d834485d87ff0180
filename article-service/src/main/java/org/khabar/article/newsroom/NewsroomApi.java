package org.khabar.article.newsroom;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.workflow.Move;

/** The newsroom's workflow over GraphQL. A {@code note} is for colleagues, and never for readers. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"editor", "admin"})
public class NewsroomApi {

    private final Newsroom newsroom;

    NewsroomApi(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Mutation
    @Description("Begins an article, as a draft.")
    public @NonNull ArticleNode createArticle(@NonNull CreateArticleInput input, @Nullable String note) {
        return newsroom.create(input, note);
    }

    @Mutation
    @Description("Changes what an article says; it stays where it stands. The version is the one that you have read:"
            + " CONFLICT when there is a newer one, whose number is in the extension currentVersion.")
    public @NonNull ArticleNode reviseArticle(
            @Id @NonNull String id, int version, @NonNull ReviseArticleInput input, @Nullable String note) {
        return newsroom.revise(id, version, input, note);
    }

    @Mutation
    @Description("Has a draft published by itself at that time; of a scheduled article, changes the time.")
    public @NonNull ArticleNode scheduleArticle(
            @Id @NonNull String id, int version, @NonNull Instant embargoUntil, @Nullable String note) {
        return newsroom.schedule(id, version, embargoUntil, note);
    }

    @Mutation
    @Description("Makes a scheduled article a draft again.")
    public @NonNull ArticleNode unscheduleArticle(@Id @NonNull String id, int version, @Nullable String note) {
        return newsroom.move(id, version, new Move.Unschedule(), note);
    }

    @Mutation
    @Description("Publishes a draft, or a scheduled article before its time.")
    public @NonNull ArticleNode publishArticle(@Id @NonNull String id, int version, @Nullable String note) {
        return newsroom.move(id, version, new Move.Publish(), note);
    }

    @Mutation
    @Description("Puts something right in a published article, and tells readers so by the public note.")
    public @NonNull ArticleNode correctArticle(
            @Id @NonNull String id,
            int version,
            @NonNull ReviseArticleInput input,
            @NonNull String publicNote,
            @Nullable String note) {
        return newsroom.correct(id, version, input, publicNote, note);
    }

    @Mutation
    @Description(
            "Takes a published article back: it is gone for readers, and followers of the feed are told the reason.")
    public @NonNull ArticleNode withdrawArticle(
            @Id @NonNull String id, int version, @NonNull String reason, @Nullable String note) {
        return newsroom.withdraw(id, version, reason, note);
    }

    @Mutation
    @Description("Makes a withdrawn article a draft, which may be published again. What readers saw of it before the"
            + " withdrawal stays out of their sight.")
    public @NonNull ArticleNode restoreArticle(@Id @NonNull String id, int version, @Nullable String note) {
        return newsroom.move(id, version, new Move.Restore(), note);
    }
}
