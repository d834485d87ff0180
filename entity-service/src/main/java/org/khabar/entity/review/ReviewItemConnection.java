package org.khabar.entity.review;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.entity.paging.PageInfo;

/** A page of what there is to decide, what helps most first. */
public record ReviewItemConnection(
        @NonNull List<@NonNull ReviewItemEdge> edges,
        @NonNull PageInfo pageInfo) {}
