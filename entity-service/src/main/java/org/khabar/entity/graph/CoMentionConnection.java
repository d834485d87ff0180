package org.khabar.entity.graph;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.entity.paging.PageInfo;

/** A page of the entities that are mentioned together with another one. */
public record CoMentionConnection(
        @NonNull List<@NonNull CoMentionEdge> edges,
        @NonNull PageInfo pageInfo) {}
