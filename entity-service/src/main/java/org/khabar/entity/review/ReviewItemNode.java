package org.khabar.entity.review;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.candidate.NameCandidateNode;
import org.khabar.entity.mention.ArticleNode;
import org.khabar.entity.mention.MentionNode;

/** Something to decide. */
@Type("ReviewItem")
public record ReviewItemNode(
        @NonNull ReviewKind kind,

        @NonNull @Description("In the spelling in which it came first.")
        String name,

        @Description("How many mentions a decision can be expected to set right, in the articles that were asked for.")
        double value,

        @Description("How many places it is about, in the articles that were asked for.")
        int placeCount,

        @Nullable @Description("Of MENTION, the one that is least sure: an entity's mentions by one name are one item.")
        MentionNode mention,

        @Nullable @Description("Where that mention stands.") ArticleNode article,

        @Nullable @Description("Of CANDIDATE.") NameCandidateNode candidate) {}
