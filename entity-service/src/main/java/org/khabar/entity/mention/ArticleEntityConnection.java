package org.khabar.entity.mention;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.entity.paging.PageInfo;
import org.khabar.entity.sibling.Siblings;

/**
 * A page of the entities that an article mentions, the most salient first.
 *
 * @param article whose entities these are
 * @param siblings the articles that were found together with it
 */
public record ArticleEntityConnection(
        @NonNull List<@NonNull ArticleEntityEdge> edges,
        @NonNull PageInfo pageInfo,
        @Ignore UUID article,
        @Ignore Siblings<UUID> siblings) {}
