package org.khabar.entity.candidate;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.tagging.EntityType;

/** A name with its counts and what was decided about it. */
record CandidateRow(long id, String name, EntityType type, int articleCount, int mentionCount, Decided decided) {

    /**
     * The last decision.
     *
     * @param version 0 before the first
     * @param entity what the name was promoted to, as long as there is that entity
     */
    record Decided(
            CandidateDecision decision,
            int version,
            @Nullable String author,
            @Nullable Instant at,
            @Nullable String note,
            @Nullable UUID entity) {}

    CandidatePosition position() {
        return new CandidatePosition(articleCount, id);
    }
}
