package org.khabar.entity.relation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.khabar.entity.budget.CurrentBudget;
import org.khabar.entity.catalogue.EntityNode;

/** The relations of entities over GraphQL. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class RelationApi {

    private enum Shared {
        RELATIONS
    }

    private final RelationReader reader;
    private final CurrentBudget budget;

    RelationApi(RelationReader reader, CurrentBudget budget) {
        this.reader = reader;
        this.budget = budget;
    }

    @Description("How it stands to other entities, by kind and time.")
    public @NonNull List<@NonNull RelationNode> relations(
            @Source EntityNode entity,
            @Nullable @Description("Any of these kinds; all when not given.") List<@NonNull RelationKind> kinds) {
        Map<UUID, List<RelationNode>> relations = entity.item()
                .siblings()
                .share(Shared.RELATIONS, entities -> reader.listByEntities(entities, budget.get()));
        return relations.getOrDefault(entity.item().id(), List.of()).stream()
                .filter(relation -> kinds == null || kinds.isEmpty() || kinds.contains(relation.kind()))
                .toList();
    }
}
