package org.khabar.article.outlet;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Outlets over GraphQL. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class OutletApi {

    private final OutletRegistry registry;

    OutletApi(OutletRegistry registry) {
        this.registry = registry;
    }

    @Query
    @Description("The outlet with this code; null when there is none.")
    public @Nullable OutletNode outlet(@NonNull String code) {
        return registry.findByCode(code).map(OutletNode::of).orElse(null);
    }

    @Query
    @Description("All outlets, by code.")
    public @NonNull List<@NonNull OutletNode> outlets() {
        return registry.listAll().stream().map(OutletNode::of).toList();
    }

    @Description("Its name in the first language of the list (BCP 47 tags) that it has one in, then ar, en, fr.")
    public @NonNull LocalizedName name(@Source OutletNode outlet, @Nullable String language) {
        return registry.getById(UUID.fromString(outlet.id())).name(language);
    }
}
