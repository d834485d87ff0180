package org.khabar.article.article;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.graphql.api.federation.link.Import;
import io.smallrye.graphql.api.federation.link.Link;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import org.khabar.article.outlet.OutletNode;
import org.khabar.article.paging.PageArguments;

/** Articles over GraphQL. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
@Link(
        url = "https://specs.apollo.dev/federation/v2.7",
        _import = {@Import(name = "@key"), @Import(name = "@shareable"), @Import(name = "FieldSet")})
public class ArticleApi {

    private final ArticleArchive archive;
    private final Caller caller;

    ArticleApi(ArticleArchive archive, Caller caller) {
        this.archive = archive;
        this.caller = caller;
    }

    @Query
    @Description("The article with this id; null when there is none that the caller may see.")
    public @Nullable ArticleNode article(@Id @NonNull String id) {
        return archive.listByIds(List.of(id), caller.visibleStatuses()).getFirst();
    }

    @Query
    @Description("Articles, newest first.")
    public @NonNull ArticleConnection articles(
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable ArticleFilter filter,
            @Nullable
                    @Description(
                            "Whether of near-duplicates only the earliest of those that the filter lets in is listed.")
                    Boolean collapseDuplicates) {
        return archive.listPage(
                filter == null ? ArticleFilter.ALL : filter,
                new PageArguments(first, after, last, before),
                Boolean.TRUE.equals(collapseDuplicates),
                caller.visibleStatuses());
    }

    /** Entities for the gateway: all of a request's at once, in their order, null where there is none. */
    @Resolver
    public List<@Nullable ArticleNode> article(List<String> id) {
        return archive.listByIds(id, caller.visibleStatuses());
    }

    @Description("How many articles the whole connection has.")
    public int totalCount(@Source ArticleConnection connection) {
        return archive.count(connection.selection());
    }

    public @NonNull List<@NonNull OutletNode> outlet(@Source List<ArticleNode> articles) {
        return articles.stream()
                .map(article -> OutletNode.of(archive.getOutlet(article.outletId())))
                .toList();
    }

    @Description("The text, in reading order.")
    public @NonNull List<@NonNull List<@NonNull BlockNode>> blocks(@Source List<ArticleNode> articles) {
        return archive.listBlocks(articles);
    }
}
