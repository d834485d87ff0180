package org.khabar.article.search;

import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.khabar.article.outlet.OutletNode;

/** How many of the articles that match an outlet has. */
@Type("OutletFacetCount")
public record OutletCount(@NonNull OutletNode outlet, int count) {}
