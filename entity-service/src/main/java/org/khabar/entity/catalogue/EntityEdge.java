package org.khabar.entity.catalogue;

import org.eclipse.microprofile.graphql.NonNull;

/** An entity in a connection. */
public record EntityEdge(@NonNull EntityNode node, @NonNull String cursor) {}
