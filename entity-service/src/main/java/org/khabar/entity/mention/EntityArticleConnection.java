package org.khabar.entity.mention;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.entity.paging.PageInfo;
import org.khabar.entity.sibling.Siblings;

/**
 * A page of the articles that mention an entity, the newest first.
 *
 * @param entity whose articles these are
 * @param filter which of them it lists
 * @param siblings the entities that were found together with it
 */
public record EntityArticleConnection(
        @NonNull List<@NonNull EntityArticleEdge> edges,
        @NonNull PageInfo pageInfo,
        @Ignore UUID entity,
        @Ignore EntityArticleFilter filter,
        @Ignore Siblings<UUID> siblings) {}
