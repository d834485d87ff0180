package org.khabar.entity.editing;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.entity.paging.PageInfo;

/** A page of what was done to an entity, the newest first. */
public record EntityRevisionConnection(
        @NonNull List<@NonNull EntityRevisionEdge> edges,
        @NonNull PageInfo pageInfo) {}
