package org.khabar.entity.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
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
import org.khabar.entity.paging.PageArguments;
import org.khabar.entity.tagging.EntityType;

/** The catalogue's queries. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
@Link(
        url = "https://specs.apollo.dev/federation/v2.7",
        _import = {@Import(name = "@key"), @Import(name = "@shareable"), @Import(name = "FieldSet")})
public class CatalogueApi {

    private final Catalogue catalogue;
    private final Caller caller;

    CatalogueApi(Catalogue catalogue, Caller caller) {
        this.catalogue = catalogue;
        this.caller = caller;
    }

    @Query
    @Description(
            "The entity with this id, or the one that it was merged into; null when there is none. Hidden ones exist for"
                    + " editors alone.")
    public @Nullable EntityNode entity(@Id @NonNull String id) {
        return catalogue.listByTexts(List.of(id), caller.isEditor()).getFirst();
    }

    @Query
    @Description(
            "Entities with a name that equals, begins with or holds the searched text, in this order; all entities "
                    + "without it.")
    public @NonNull EntityConnection entities(
            @Nullable String search,
            @Nullable List<@NonNull EntityType> types,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before) {
        return catalogue.search(search, types, new PageArguments(first, after, last, before));
    }

    @Description("How many entities the whole connection has.")
    public int totalCount(@Source EntityConnection connection) {
        return catalogue.count(connection.selection());
    }
}
