package org.khabar.article.search;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** How many of the articles that match name an entity. */
@Type("EntityFacetCount")
public record EntityCount(@Id @NonNull String entityId, int count) {}
