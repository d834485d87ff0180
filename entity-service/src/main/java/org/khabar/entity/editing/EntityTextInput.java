package org.khabar.entity.editing;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A name or a description in one language. */
@Input("EntityTextInput")
public record EntityTextInput(
        @NonNull @Description("BCP 47 tag.") String language,
        @NonNull String text) {}
