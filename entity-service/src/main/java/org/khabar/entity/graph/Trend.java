package org.khabar.entity.graph;

import java.util.UUID;

/** An entity and how far it is above its past. */
record Trend(UUID entity, Burst burst) {

    static final String CURSOR = "trend";

    RankPosition position() {
        return new RankPosition(burst.score(), entity);
    }
}
