package org.khabar.entity.candidate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.tagging.EntityType;

/** A name that articles have and the catalogue does not. */
@Type("NameCandidate")
public record NameCandidateNode(
        @Id @NonNull String id,

        @NonNull @Description("In the spelling in which it came first.")
        String name,

        @NonNull @Description("What it seems to be.") EntityType type,

        int articleCount,
        int mentionCount,

        @NonNull @Description("Some of the places where it stands, in the articles that came last.")
        List<@NonNull CandidateContext> contexts,

        @NonNull CandidateDecision decision,

        @Description("How often something was decided about it.")
        int version,

        @Nullable @Description("Who decided last.") String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,

        @Id @Nullable @Description("The entity that it was promoted to.")
        String entityId) {

    static NameCandidateNode of(CandidateRow row, List<CandidateContext> contexts) {
        CandidateRow.Decided decided = row.decided();
        UUID entity = decided.entity();
        return new NameCandidateNode(
                Long.toString(row.id()),
                row.name(),
                row.type(),
                row.articleCount(),
                row.mentionCount(),
                contexts,
                decided.decision(),
                decided.version(),
                decided.author(),
                decided.at(),
                decided.note(),
                entity == null ? null : entity.toString());
    }
}
