package org.khabar.entity.review;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.catalogue.EntityNode;
import org.khabar.entity.ruling.Decision;
import org.khabar.entity.ruling.DecisionKind;
import org.khabar.entity.ruling.PastDecision;

/** A decision about a mention, as GraphQL shows it. */
@Type("MentionDecision")
public record MentionDecisionNode(
        @NonNull DecisionKind kind,

        @Description("The ruling's version that came of it.")
        int version,

        @Nullable @Description("The entity that was confirmed, rejected or given.")
        EntityNode entity,

        @Nullable @Description("The entity that it was taken from.")
        EntityNode formerEntity,

        @Description("Whether it was taken back.") boolean undone,
        @NonNull String author,
        @NonNull Instant at,
        @Nullable String note) {

    static MentionDecisionNode of(PastDecision past, Map<UUID, EntityNode> entities) {
        Decision decision = past.decision();
        return new MentionDecisionNode(
                decision.kind(),
                past.version(),
                decision.entity() == null ? null : entities.get(decision.entity()),
                decision.former() == null ? null : entities.get(decision.former()),
                past.undone(),
                decision.author(),
                past.at(),
                decision.note());
    }
}
