package org.khabar.entity.catalogue;

import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.khabar.entity.tagging.AliasType;

/** A name of an entity, and what kind of name it is. */
@Type("Alias")
public record AliasNode(
        @NonNull String text,
        @NonNull String language,
        @NonNull AliasType type) {}
