package org.khabar.entity.graph;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.entity.paging.PageInfo;

/** A page of the entities that are in the news more than before, those furthest above their past first. */
public record TrendingEntityConnection(
        @NonNull List<@NonNull TrendingEntityEdge> edges,
        @NonNull PageInfo pageInfo) {}
