package org.khabar.entity.editing;

import org.eclipse.microprofile.graphql.NonNull;

/** A revision in a connection. */
public record EntityRevisionEdge(
        @NonNull EntityRevisionNode node, @NonNull String cursor) {}
