package org.khabar.entity.graph;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.entity.catalogue.EntityNode;

/** An entity that is in the news more than before. */
public record TrendingEntityEdge(
        @NonNull EntityNode node,
        @NonNull String cursor,

        @Description("Articles of the window that mention it.")
        int articleCount,

        @Description("Articles that its own past lets expect.")
        double expected,

        @Description("How many standard deviations above that it is.")
        double score) {}
