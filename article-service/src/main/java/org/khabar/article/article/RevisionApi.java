package org.khabar.article.article;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import org.khabar.article.paging.PageArguments;

/**
 * Revisions over GraphQL. Non-blocking, unlike its neighbours: a data loader must be told what to load before the
 * fields of a level are done.
 */
@GraphQLApi
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class RevisionApi {

    private final Caller caller;

    RevisionApi(Caller caller) {
        this.caller = caller;
    }

    @Description(
            "Every state that the article has had, newest first. Editors and admins see all; others those that were"
                    + " published, since the last withdrawal.")
    public Uni<@NonNull RevisionConnection> revisions(
            @Source ArticleNode article,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            Context context) {
        DataFetchingEnvironment environment = context.unwrap(DataFetchingEnvironment.class);
        boolean textWanted = environment.getSelectionSet().containsAnyOf("nodes/blocks", "edges/node/blocks");
        boolean countWanted = environment.getSelectionSet().contains("totalCount");
        RevisionPageKey key = new RevisionPageKey(
                article, new PageArguments(first, after, last, before), caller.isNewsroom(), textWanted, countWanted);
        return Uni.createFrom().completionStage(RevisionPageLoader.load(key, environment));
    }
}
