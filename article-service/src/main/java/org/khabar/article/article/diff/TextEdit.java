package org.khabar.article.article.diff;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A stretch of a text that stands for a stretch of the text before; either may be empty. */
@Description("A stretch of a text that took the place of another; offsets are UTF-16 code units, ends are exclusive.")
public record TextEdit(
        @Description("In the text before.") int beforeStart,
        @Description("In the text before.") int beforeEnd,
        @Description("In the text after.") int afterStart,
        @Description("In the text after.") int afterEnd,
        @NonNull String removed,
        @NonNull String inserted) {}
