package org.khabar.article.comment;

import org.eclipse.microprofile.graphql.NonNull;

/** A comment in a connection, and the cursor that points at it. */
public record CommentEdge(
        @NonNull CommentNode node, @NonNull String cursor) {

    static CommentEdge of(CommentNode comment) {
        return new CommentEdge(comment, CommentPosition.of(comment).cursor());
    }
}
