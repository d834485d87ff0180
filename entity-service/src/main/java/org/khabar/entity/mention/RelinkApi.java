package org.khabar.entity.mention;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** How far changes of the catalogue have come in the articles, over GraphQL. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"editor", "admin"})
public class RelinkApi {

    private final RelinkQueue queue;

    RelinkApi(RelinkQueue queue) {
        this.queue = queue;
    }

    @Query
    @Description("How many articles are still to be linked again after changes of the catalogue.")
    public @NonNull RelinkProgress relinking() {
        return queue.progress();
    }
}
