package org.khabar.entity.mention;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.entity.catalogue.EntityNode;

/** An entity that an article mentions. */
public record ArticleEntityEdge(
        @NonNull EntityNode node,
        @NonNull String cursor,

        @Description("How much of the article is about it, from 0 to 1; an article's entities sum up to 1.")
        double salience,

        int mentionCount) {}
