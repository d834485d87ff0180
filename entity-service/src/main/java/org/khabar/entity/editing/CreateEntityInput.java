package org.khabar.entity.editing;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.tagging.EntityType;

/** An entity that an editor adds to the catalogue. */
@Input("CreateEntityInput")
public record CreateEntityInput(
        @NonNull EntityType type,

        @NonNull @Description("Its display names, one for a language. Each is an alias, too.")
        List<@NonNull EntityTextInput> names,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("What it is, in few words.")
        List<@NonNull EntityTextInput> descriptions,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("What else it is called.")
        List<@NonNull EntityAliasInput> aliases,

        @Nullable @io.smallrye.graphql.api.Nullable List<@NonNull ExternalIdInput> externalIds,

        @Nullable @Description("ISO 3166-1 alpha-2 code of the country that it is, belongs to or lies in.")
        String country,

        @Nullable @io.smallrye.graphql.api.Nullable List<@NonNull EntityRelationInput> relations) {}
