package org.khabar.entity.catalogue;

import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** What another register calls an entity, such as iso3166-1 EG. */
@Type("ExternalId")
public record ExternalIdNode(
        @NonNull String scheme, @NonNull String value) {}
