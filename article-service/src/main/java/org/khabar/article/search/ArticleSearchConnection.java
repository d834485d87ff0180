package org.khabar.article.search;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.paging.PageInfo;

/** A page of what a search found. Count, facets and suggestion are looked up only when they are selected. */
public record ArticleSearchConnection(
        @NonNull List<@NonNull ArticleSearchEdge> edges,
        @NonNull List<@NonNull ArticleNode> nodes,
        @NonNull PageInfo pageInfo,

        @NonNull @Description("What of the query does not count, and why.")
        List<@NonNull String> warnings,

        @Ignore SearchMatches matches) {}
