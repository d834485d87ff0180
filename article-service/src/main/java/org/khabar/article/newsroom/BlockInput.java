package org.khabar.article.newsroom;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.BlockKind;

/** A block of a text that an editor writes. */
@Input("BlockInput")
public record BlockInput(
        @Nullable @Description("A paragraph when it is not given.")
        BlockKind kind,

        @NonNull @Description("Kept as it is; only an image's may be empty.")
        String text) {}
