package org.khabar.entity.editing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;
import org.khabar.entity.budget.CurrentBudget;
import org.khabar.entity.catalogue.EntityNode;
import org.khabar.entity.paging.PageArguments;
import org.khabar.entity.paging.PageRequest;
import org.khabar.entity.paging.PagingConfig;

/** The history of entities over GraphQL, for editors. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"editor", "admin"})
public class HistoryApi {

    private final HistoryReader reader;
    private final PagingConfig paging;
    private final CurrentBudget budget;

    HistoryApi(HistoryReader reader, PagingConfig paging, CurrentBudget budget) {
        this.reader = reader;
        this.paging = paging;
        this.budget = budget;
    }

    // Nullable, so that a reader who asks for it loses this field alone.
    @Nullable
    @Description("What editors did to it and to what was merged into it, the newest first. For editors.")
    public EntityRevisionConnection history(
            @Source EntityNode entity,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before) {
        PageRequest<HistoryPosition> request =
                PageRequest.of(new PageArguments(first, after, last, before), paging, HistoryPosition::of);
        Map<UUID, EntityRevisionConnection> connections = entity.item()
                .siblings()
                .share(request, entities -> reader.listByEntities(entities, request, budget.get()));
        return connections.get(entity.item().id());
    }
}
