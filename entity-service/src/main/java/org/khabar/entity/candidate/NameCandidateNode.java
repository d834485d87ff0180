package org.khabar.entity.candidate;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.khabar.entity.tagging.EntityType;

/** A name that articles have and the catalogue does not. */
@Type("NameCandidate")
public record NameCandidateNode(
        @NonNull @Description("In the spelling in which it came first.")
        String name,

        @NonNull @Description("What it seems to be.") EntityType type,

        int articleCount,
        int mentionCount,

        @NonNull @Description("Some of the places where it stands, in the articles that came last.")
        List<@NonNull CandidateContext> contexts) {

    static NameCandidateNode of(CandidateRow row, List<CandidateContext> contexts) {
        return new NameCandidateNode(row.name(), row.type(), row.articleCount(), row.mentionCount(), contexts);
    }
}
