package org.khabar.article.pulling;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import org.khabar.article.outlet.OutletNode;
import org.khabar.article.outlet.OutletRegistry;

/** Pulled feeds over GraphQL: admins manage them, editors see how they are. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed("admin")
public class FeedSourceApi {

    private final FeedSources sources;
    private final OutletRegistry outlets;
    private final SecurityIdentity caller;

    FeedSourceApi(FeedSources sources, OutletRegistry outlets, SecurityIdentity caller) {
        this.sources = sources;
        this.outlets = outlets;
        this.caller = caller;
    }

    @Query
    @RolesAllowed({"admin", "editor"})
    @Description("The feeds that are pulled, by URL; those of one outlet, if its code is given.")
    public @NonNull List<@NonNull FeedSourceNode> feedSources(@Nullable String outlet) {
        return nodes(sources.list(outlet));
    }

    @RolesAllowed({"admin", "editor"})
    @Description("The feeds of the outlet that are pulled, by URL.")
    public @NonNull List<@NonNull List<@NonNull FeedSourceNode>> feedSources(@Source List<OutletNode> of) {
        Map<UUID, List<FeedSource>> found = sources.listOfOutlets(
                of.stream().map(outlet -> UUID.fromString(outlet.id())).toList());
        return of.stream()
                .map(outlet -> nodes(found.getOrDefault(UUID.fromString(outlet.id()), List.of())))
                .toList();
    }

    @RolesAllowed({"admin", "editor"})
    public @NonNull List<@NonNull OutletNode> outlet(@Source List<FeedSourceNode> feeds) {
        return feeds.stream()
                .map(feed -> OutletNode.of(outlets.getById(feed.outletId())))
                .toList();
    }

    @Mutation
    @Description("Has a feed pulled, the first time at once.")
    public @NonNull FeedSourceNode addFeedSource(@NonNull FeedSourceInput input) {
        return FeedSourceNode.of(sources.add(input.toWanted()));
    }

    @Mutation
    @Description("Replaces what is said of a feed; it is pulled at once.")
    public @NonNull FeedSourceNode reviseFeedSource(@Id @NonNull String id, @NonNull FeedSourceInput input) {
        return FeedSourceNode.of(sources.revise(id, input.toWanted()));
    }

    @Mutation
    @Description("Has a feed pulled no more; its articles stay. False when there is none with this id.")
    public boolean removeFeedSource(@Id @NonNull String id) {
        return sources.remove(id);
    }

    @Query
    @Description("The hosts that feeds may be read from, by name.")
    public @NonNull List<@NonNull String> allowedHosts() {
        return sources.listAllowedHosts();
    }

    @Mutation
    @Description("Lets feeds be read from a host, and from no other of its domain. Answers its name as it is kept.")
    public @NonNull String allowHost(@NonNull String host) {
        return sources.allow(host, caller.getPrincipal().getName());
    }

    @Mutation
    @Description("Lets no feed be read from a host. False when it was not allowed.")
    public boolean disallowHost(@NonNull String host) {
        return sources.disallow(host);
    }

    private static List<FeedSourceNode> nodes(List<FeedSource> listed) {
        return listed.stream().map(FeedSourceNode::of).toList();
    }
}
