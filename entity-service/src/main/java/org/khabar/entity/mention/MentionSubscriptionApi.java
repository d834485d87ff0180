package org.khabar.entity.mention;

import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.entity.catalogue.Catalogue;
import org.khabar.entity.catalogue.EntityNode;
import org.khabar.entity.failure.RequestFailure;

/** Mentions over GraphQL as they are stored. */
@GraphQLApi
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class MentionSubscriptionApi {

    private final MentionFollower follower;
    private final Catalogue catalogue;

    MentionSubscriptionApi(MentionFollower follower, Catalogue catalogue) {
        this.follower = follower;
        this.catalogue = catalogue;
    }

    /** The entity is looked up on a worker thread: subscriptions begin on an event loop. */
    @Subscription
    @Description("Articles as they come to mention the entity. What a connection misses is not sent again.")
    public Multi<EntityMentionedNode> entityMentioned(@Id @NonNull String entityId) {
        return Uni.createFrom()
                .item(() -> getId(entityId))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .onItem()
                .transformToMulti(follower::stream)
                .map(MentionSubscriptionApi::node);
    }

    private UUID getId(String text) {
        return ArticleNode.parse(text)
                .filter(id -> catalogue.listByIds(List.of(id)).containsKey(id))
                .orElseThrow(() -> RequestFailure.notFound("There is no entity with the id \"%s\".".formatted(text)));
    }

    /** Subscribers share what was looked up of the entity, not what each of them reads of it. */
    private static EntityMentionedNode node(MentionFollower.Mentioned mentioned) {
        EntityNode entity = mentioned.entity();
        if (entity == null) {
            throw RequestFailure.notFound("The entity is no longer there.");
        }
        MentionEvent event = mentioned.event();
        ArticleNode article =
                ArticleNode.listOf(List.of(event.article().toString())).getFirst();
        return new EntityMentionedNode(entity.item().apart(), article, event.mentionCount(), event.salience());
    }
}
