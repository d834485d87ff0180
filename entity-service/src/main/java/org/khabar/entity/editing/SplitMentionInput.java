package org.khabar.entity.editing;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A mention, by where it begins. */
@Input("SplitMentionInput")
public record SplitMentionInput(
        @Id @NonNull String article,

        @Description("Index of the block in the article's blocks.")
        int block,

        @Description("Where it begins in the block's text, in UTF-16 code units.")
        int start) {}
