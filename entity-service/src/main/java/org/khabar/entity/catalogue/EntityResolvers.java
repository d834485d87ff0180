package org.khabar.entity.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.federation.Resolver;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.jspecify.annotations.Nullable;

/**
 * Entities for the gateway: all of a type in a request at once, in their order, null where there is none of that type.
 */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class EntityResolvers {

    private final Catalogue catalogue;
    private final Caller caller;

    EntityResolvers(Catalogue catalogue, Caller caller) {
        this.catalogue = catalogue;
        this.caller = caller;
    }

    @Resolver
    public List<@Nullable EntityNode> entity(List<String> id) {
        return resolve(id, EntityNode.class);
    }

    @Resolver
    public List<@Nullable PersonNode> person(List<String> id) {
        return resolve(id, PersonNode.class);
    }

    @Resolver
    public List<@Nullable OrganizationNode> organization(List<String> id) {
        return resolve(id, OrganizationNode.class);
    }

    @Resolver
    public List<@Nullable PlaceNode> place(List<String> id) {
        return resolve(id, PlaceNode.class);
    }

    @Resolver
    public List<@Nullable EventNode> event(List<String> id) {
        return resolve(id, EventNode.class);
    }

    @Resolver
    public List<@Nullable WorkNode> work(List<String> id) {
        return resolve(id, WorkNode.class);
    }

    private <T extends EntityNode> List<@Nullable T> resolve(List<String> ids, Class<T> type) {
        List<@Nullable T> resolved = new ArrayList<>(ids.size());
        for (EntityNode node : catalogue.listByTexts(ids, caller.isEditor())) {
            resolved.add(type.isInstance(node) ? type.cast(node) : null);
        }
        return resolved;
    }
}
