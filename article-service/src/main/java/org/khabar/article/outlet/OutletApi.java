package org.khabar.article.outlet;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.paging.PageArguments;
import org.khabar.article.paging.PageRequest;
import org.khabar.article.paging.PagingConfig;

/** Outlets over GraphQL. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class OutletApi {

    private final OutletRegistry registry;
    private final OutletStore store;
    private final OutletCheck check;
    private final PagingConfig paging;

    OutletApi(OutletRegistry registry, OutletStore store, OutletConfig config, PagingConfig paging) {
        this.registry = registry;
        this.store = store;
        this.check = new OutletCheck(config.maxEntries());
        this.paging = paging;
    }

    @Query
    @Description("The outlet with this code or id, of which one is given; null when there is none.")
    public @Nullable OutletNode outlet(@Nullable String code, @Nullable @Id String id) {
        if ((code == null) == (id == null)) {
            throw RequestFailure.badInput("Give the outlet's code or its id.");
        }
        Optional<Outlet> found =
                code != null ? registry.findByCode(code) : registry.findById(Objects.requireNonNull(id));
        return found.map(OutletNode::of).orElse(null);
    }

    @Query
    @Description("Outlets, by code.")
    public @NonNull OutletConnection outlets(
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable OutletFilter filter) {
        Predicate<Outlet> wanted = (filter == null ? OutletFilter.ALL : filter).checked();
        return OutletConnection.of(
                registry.listAll().stream().filter(wanted).toList(),
                PageRequest.of(new PageArguments(first, after, last, before), paging, OutletConnection::code));
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Adds an outlet. Its code stays: letters a to z, digits and hyphens, at most 40.")
    public @NonNull OutletNode createOutlet(@NonNull String code, @NonNull OutletInput input) {
        return written(store.create(OutletCheck.code(code), check.check(input)));
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Says anew all that there is to say of an outlet. CONFLICT when it has another version by now.")
    public @NonNull OutletNode reviseOutlet(@Id @NonNull String id, int version, @NonNull OutletInput input) {
        UUID known = OutletRegistry.parseId(id)
                .orElseThrow(() -> RequestFailure.notFound("There is no outlet with this id."));
        return written(store.revise(known, version, check.check(input)));
    }

    private OutletNode written(Outlet outlet) {
        registry.refresh();
        return OutletNode.of(outlet);
    }

    @Description("Its name in the first language of the list (BCP 47 tags) that it has one in, then ar, en, fr.")
    public @NonNull LocalizedName name(@Source OutletNode outlet, @Nullable String language) {
        return LocalizedName.choose(outlet.names(), language);
    }
}
