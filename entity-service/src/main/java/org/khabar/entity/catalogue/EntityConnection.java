package org.khabar.entity.catalogue;

import java.util.List;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.entity.paging.PageInfo;

/**
 * A page of entities. Its {@code totalCount} is a field of its own, so that it is counted only when selected.
 *
 * @param selection what the connection lists, for counting
 */
public record EntityConnection(
        @NonNull List<@NonNull EntityEdge> edges,
        @NonNull List<@NonNull EntityNode> nodes,
        @NonNull PageInfo pageInfo,
        @Ignore EntitySelection selection) {}
