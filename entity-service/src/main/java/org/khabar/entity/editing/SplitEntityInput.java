package org.khabar.entity.editing;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** The entity that a part of another one becomes. */
@Input("SplitEntityInput")
public record SplitEntityInput(
        @NonNull @Description("Its display names, one for a language. Each is an alias, too.")
        List<@NonNull EntityTextInput> names,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("What it is, in few words.")
        List<@NonNull EntityTextInput> descriptions,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("Aliases of the other one that it takes away.")
        List<@NonNull EntityAliasInput> aliases,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("Ids of the other one that it takes away.")
        List<@NonNull ExternalIdInput> externalIds,

        @Nullable @Description("ISO 3166-1 alpha-2 code of the country that it is, belongs to or lies in.")
        String country,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("Mentions of the other one that are mentions of it.")
        List<@NonNull SplitMentionInput> mentions) {}
