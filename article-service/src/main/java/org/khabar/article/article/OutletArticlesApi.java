package org.khabar.article.article;

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
import org.khabar.article.outlet.OutletNode;
import org.khabar.article.paging.PageArguments;

/** The articles of outlets over GraphQL. Non-blocking: see {@link SiblingLoader}. */
@GraphQLApi
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class OutletArticlesApi {

    private final SiblingLoader<OutletNode, PageArguments, OutletArticleConnection> pages;

    OutletArticlesApi(OutletArticles articles, @VirtualThreads ExecutorService threads) {
        this.pages = new SiblingLoader<>("outlet-articles", threads, articles::listPages);
    }

    /** For every request, whatever its caller may do. */
    @PermitAll
    void register(@Observes @BeforeExecute Context request) {
        pages.register(request);
    }

    @Description("Its published articles, newest first.")
    public Uni<@NonNull OutletArticleConnection> articles(
            @Source OutletNode outlet, @Nullable Integer first, @Nullable String after, Context context) {
        return pages.load(outlet, new PageArguments(first, after, null, null), context);
    }
}
