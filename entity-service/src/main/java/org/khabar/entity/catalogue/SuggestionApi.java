package org.khabar.entity.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.khabar.entity.tagging.EntityType;

/** Type-ahead for names of entities, over GraphQL. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class SuggestionApi {

    private final Suggestions suggestions;

    SuggestionApi(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @Query
    @Description("Entities whose name begins with what was typed, holds it, sounds like it in any script, or nearly so;"
            + " the best first.")
    public @NonNull List<@NonNull EntitySuggestion> suggestEntities(
            @NonNull String prefix,
            @Nullable @Description("How many at most; 10 when not given.") Integer first,
            @Nullable List<@NonNull EntityType> types) {
        return suggestions.list(prefix, first, types);
    }
}
