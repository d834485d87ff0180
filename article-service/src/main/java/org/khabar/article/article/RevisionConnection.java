package org.khabar.article.article;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.article.paging.Page;
import org.khabar.article.paging.PageInfo;

/**
 * A page of an article's revisions, newest first.
 *
 * @param totalCount how many there are for the caller
 */
public record RevisionConnection(
        @NonNull List<@NonNull RevisionEdge> edges,
        @NonNull List<@NonNull RevisionNode> nodes,
        @NonNull PageInfo pageInfo,
        int totalCount) {

    static RevisionConnection of(Page<RevisionNode> page, int totalCount) {
        return new RevisionConnection(
                page.items().stream().map(RevisionEdge::of).toList(),
                page.items(),
                page.info(RevisionEdge::cursor),
                totalCount);
    }
}
