package org.khabar.article.comment;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.article.paging.Page;
import org.khabar.article.paging.PageInfo;

/** A page of comments, the oldest first. */
public record CommentConnection(
        @NonNull List<@NonNull CommentEdge> edges,
        @NonNull List<@NonNull CommentNode> nodes,
        @NonNull PageInfo pageInfo) {

    static CommentConnection of(Page<CommentNode> page) {
        return new CommentConnection(
                page.items().stream().map(CommentEdge::of).toList(),
                page.items(),
                page.info(comment -> CommentPosition.of(comment).cursor()));
    }
}
