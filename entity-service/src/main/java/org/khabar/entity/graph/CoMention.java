package org.khabar.entity.graph;

import java.util.UUID;

/**
 * An entity beside another one.
 *
 * @param articleCount articles that mention both
 * @param significance see {@link Significance}
 */
record CoMention(UUID entity, int articleCount, double significance) {

    static final String CURSOR = "co-mention";

    RankPosition position(CoMentionOrder order) {
        return new RankPosition(
                switch (order) {
                    case SIGNIFICANCE -> significance;
                    case COUNT -> articleCount;
                },
                entity);
    }
}
