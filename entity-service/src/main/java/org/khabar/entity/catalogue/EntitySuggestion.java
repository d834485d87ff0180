package org.khabar.entity.catalogue;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** An entity with the name that fits what was typed. */
@Type("EntitySuggestion")
public record EntitySuggestion(
        @NonNull EntityNode entity,

        @NonNull @Description("The name that fits, as it is written.")
        String name,

        @NonNull @Description("BCP 47 tag of that name.") String language) {}
