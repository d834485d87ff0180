package org.khabar.article.outlet;

import org.eclipse.microprofile.graphql.NonNull;

/** An outlet in a connection, and the cursor that points at it. */
public record OutletEdge(@NonNull OutletNode node, @NonNull String cursor) {}
