package org.khabar.article.live;

import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleFilter;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.PublishedArticles;

/** Publications over GraphQL. */
@GraphQLApi
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class PublicationApi {

    private final Publications publications;
    private final PublishedArticles articles;

    PublicationApi(Publications publications, PublishedArticles articles) {
        this.publications = publications;
        this.articles = articles;
    }

    /** The filter is read on a worker thread: it may look up outlets, and subscriptions begin on an event loop. */
    @Subscription
    @Description("Articles as they are published, from any source. What a connection misses is not sent again.")
    public Multi<ArticleNode> articlePublished(@Nullable ArticleFilter filter) {
        return Uni.createFrom()
                .item(() -> articles.matching(filter == null ? ArticleFilter.ALL : filter))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .onItem()
                .transformToMulti(publications::stream);
    }
}
