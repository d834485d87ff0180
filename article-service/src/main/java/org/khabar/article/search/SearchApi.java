package org.khabar.article.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Context;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import org.khabar.article.paging.PageArguments;

/** Search over GraphQL. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class SearchApi {

    private final ArticleSearch search;
    private final SearchConfig config;

    SearchApi(ArticleSearch search, SearchConfig config) {
        this.search = search;
        this.config = config;
    }

    @Query
    @Description("Articles that have all words of the query, in Arabic, French or English, in any of their forms; also"
            + " \"phrases\", -exclusions, OR between alternatives and parentheses. A blank query has every article.")
    public @NonNull ArticleSearchConnection searchArticles(
            @NonNull String query,
            @Nullable ArticleSearchFilter filter,
            @Nullable ArticleSearchSort sort,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable
                    @Description(
                            "Whether of near-duplicates only the earliest of those that match is found, counted and in"
                                    + " facets.")
                    Boolean collapseDuplicates,
            Context context) {
        return search.search(
                query,
                filter == null ? ArticleSearchFilter.ALL : filter,
                sort == null ? ArticleSearchSort.RELEVANCE : sort,
                new PageArguments(first, after, null, null),
                Boolean.TRUE.equals(collapseDuplicates),
                SearchDeadline.of(context, config.timeout()));
    }

    @Description("How many articles match; an estimate, or a least number, where they are many.")
    public @NonNull SearchCount totalCount(@Source ArticleSearchConnection connection) {
        return SearchCount.of(connection.matches().sample());
    }

    @Description("What the articles that match have in common, those of other pages too.")
    public @NonNull SearchFacets facets(@Source ArticleSearchConnection connection) {
        MatchSample sample = connection.matches().sample();
        return new SearchFacets(sample.isEstimate() || !sample.whole(), connection.matches());
    }

    @Description(
            "The query as it may be meant, where words of it are in no article, or in hardly any, and are one or two"
                    + " letters from others.")
    public @Nullable String suggestion(@Source ArticleSearchConnection connection) {
        return connection.matches().suggest().orElse(null);
    }

    @Description("The words that were searched for, in reading order, up to a limit.")
    public @NonNull List<@NonNull List<@NonNull SearchHighlight>> highlights(@Source List<ArticleSearchEdge> edges) {
        return search.listHighlights(edges);
    }
}
