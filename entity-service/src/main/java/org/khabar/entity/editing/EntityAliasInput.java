package org.khabar.entity.editing;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.tagging.AliasType;

/** An alias of an entity. */
@Input("EntityAliasInput")
public record EntityAliasInput(
        @NonNull @Description("BCP 47 tag.") String language,
        @NonNull String text,
        @Nullable @Description("NAME when it is not given.") AliasType type) {}
