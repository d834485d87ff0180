package org.khabar.article.related;

import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.cdi.event.BeforeExecute;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.loading.SiblingLoader;

/** Related articles over GraphQL. Non-blocking: see {@link SiblingLoader}. */
@GraphQLApi
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class RelatedApi {

    private final RelatedConfig config;
    private final SiblingLoader<ArticleNode, Integer, List<ArticleNode>> related;

    RelatedApi(RelatedArchive archive, RelatedConfig config, @VirtualThreads ExecutorService threads) {
        this.config = config;
        this.related = new SiblingLoader<>("related-articles", threads, archive::listRelated);
    }

    /** For every request, whatever its caller may do. */
    @PermitAll
    void register(@Observes @BeforeExecute Context request) {
        related.register(request);
    }

    @Description("Published articles that share its entities and words, the most related first; none of its own story.")
    public Uni<@NonNull List<@NonNull ArticleNode>> related(
            @Source ArticleNode article, @Nullable Integer first, Context context) {
        return related.load(article, size(first), context);
    }

    private int size(@Nullable Integer first) {
        if (first == null) {
            return config.defaultSize();
        }
        if (first < 0) {
            throw RequestFailure.badInput("first is %d; it cannot be negative.".formatted(first));
        }
        if (first > config.maxSize()) {
            throw RequestFailure.limitExceeded("first is %d; the limit is %d.".formatted(first, config.maxSize()));
        }
        return first;
    }
}
