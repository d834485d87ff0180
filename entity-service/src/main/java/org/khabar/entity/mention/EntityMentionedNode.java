package org.khabar.entity.mention;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.khabar.entity.catalogue.EntityNode;

/** An article came to mention an entity. */
@Type("EntityMentioned")
public record EntityMentionedNode(
        @NonNull EntityNode entity,
        @NonNull ArticleNode article,

        @Description("The entity's mentions in the blocks.") int mentionCount,

        @Description("Its part of the weight of all mentions in the article, from 0 to 1.")
        double salience) {}
