package org.khabar.entity.editing;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What an editor changes in an entity: what is not given stays. */
@Input("ReviseEntityInput")
@Description(
        "What is to be different in an entity. What is not given stays; a list that is given takes the place of all.")
public record ReviseEntityInput(
        @Nullable
        @io.smallrye.graphql.api.Nullable
        @Description("Its display names, one for a language. Each is an alias, too.")
        List<@NonNull EntityTextInput> names,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("What it is, in few words.")
        List<@NonNull EntityTextInput> descriptions,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("What it is called; its names are added.")
        List<@NonNull EntityAliasInput> aliases,

        @Nullable @io.smallrye.graphql.api.Nullable List<@NonNull ExternalIdInput> externalIds,

        @Nullable @Description("ISO 3166-1 alpha-2 code; empty for none.")
        String country,

        @Nullable @io.smallrye.graphql.api.Nullable List<@NonNull EntityRelationInput> relations) {}
