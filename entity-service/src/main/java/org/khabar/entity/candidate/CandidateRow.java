package org.khabar.entity.candidate;

import org.khabar.entity.tagging.EntityType;

/** A name with its counts. */
record CandidateRow(long id, String name, EntityType type, int articleCount, int mentionCount) {

    CandidatePosition position() {
        return new CandidatePosition(articleCount, id);
    }
}
