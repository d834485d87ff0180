package org.khabar.article.story;

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
import org.khabar.article.loading.SiblingLoader;
import org.khabar.article.paging.PageArguments;

/**
 * The articles of stories over GraphQL. Non-blocking, unlike its neighbour: a data loader must be told what to load
 * before the fields of a level are done.
 */
@GraphQLApi
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class StoryArticlesApi {

    private final SiblingLoader<StoryNode, PageArguments, StoryArticleConnection> pages;

    StoryArticlesApi(StoryArchive archive, @VirtualThreads ExecutorService threads) {
        this.pages = new SiblingLoader<>("story-articles", threads, archive::listArticles);
    }

    /** For every request, whatever its caller may do. */
    @PermitAll
    void register(@Observes @BeforeExecute Context request) {
        pages.register(request);
    }

    @Description("The published articles that tell it, the earliest first.")
    public Uni<@NonNull StoryArticleConnection> articles(
            @Source StoryNode story, @Nullable Integer first, @Nullable String after, Context context) {
        return pages.load(story, new PageArguments(first, after, null, null), context);
    }
}
