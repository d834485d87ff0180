package org.khabar.entity.review;

import org.eclipse.microprofile.graphql.NonNull;

/** Something to decide in its place. */
public record ReviewItemEdge(
        @NonNull ReviewItemNode node, @NonNull String cursor) {}
