package org.khabar.article.search;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** A word of an article that was searched for. */
@Type("SearchHighlight")
public record SearchHighlight(
        @NonNull SearchField field,

        @Nullable @Description("Index of the block; null in the headline.")
        Integer block,

        @Description("Where it starts in the text of headline or block, in UTF-16 code units.")
        int start,

        @Description("Where it ends there, exclusive.") int end) {

    /** Where a word stands. */
    public enum SearchField {
        HEADLINE,
        BLOCK
    }
}
