package org.khabar.article.search;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleNode;

/** An article that a search found, the cursor that points at it, and how well it answers. */
public record ArticleSearchEdge(
        @NonNull ArticleNode node,
        @NonNull String cursor,

        @Nullable
        @Description("From 0 to 1, by where the words stand and whether they stand there as typed; the same for"
                + " articles among which only time decides. Null where the order is by time alone.")
        Double score,

        @Ignore SearchRequest request) {}
