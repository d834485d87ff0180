package org.khabar.entity.graph;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.entity.catalogue.EntityNode;

/** An entity that is mentioned together with another one. */
public record CoMentionEdge(
        @NonNull EntityNode node,
        @NonNull String cursor,

        @Description("Articles that mention both among the entities that they are most about.")
        int articleCount,

        @Description(
                "How much more often they are together than chance would have it (log-likelihood ratio); negative when it is less often.")
        double significance) {}
