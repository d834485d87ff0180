package org.khabar.entity.review;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.catalogue.EntityNode;
import org.khabar.entity.mention.ArticleNode;
import org.khabar.entity.mention.MentionNode;
import org.khabar.entity.mention.MentionStatus;

/** What editors have decided about one stretch of an article, as GraphQL shows it. */
@Type("MentionRuling")
public record MentionRulingNode(
        @Id @NonNull String id,

        @Description("How often something was decided; whoever decides says which version they have read.")
        int version,

        @NonNull
        @Description(
                "CONFIRMED when an entity was confirmed or given, REJECTED when one was only rejected, AUTO when all was undone.")
        MentionStatus status,

        @Nullable @Description("The entity that the stretch means, by their decision.")
        EntityNode entity,

        @NonNull @Description("Entities that it does not mean.")
        List<@NonNull EntityNode> rejected,

        @NonNull ArticleNode article,

        @Description("Whether the surface stands in the article; when not, the ruling waits for a version that has it.")
        boolean standing,

        @NonNull String surface,

        @Description("Index of the block in which it stands, or stood last.")
        int block,

        @Description("Where it begins in the block's text, in UTF-16 code units.")
        int start,

        @Nullable @Description("The mention that stands there now.")
        MentionNode mention,

        @NonNull @Description("What was decided, the first first.")
        List<@NonNull MentionDecisionNode> decisions) {}
