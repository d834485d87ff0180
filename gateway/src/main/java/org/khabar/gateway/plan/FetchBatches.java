package org.khabar.gateway.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins the entity fetches that the same subgraph is to be sent at the same stage, wherever in the answer the entities
 * are, into one request.
 */
final class FetchBatches {
    private FetchBatches() {}

    /** The groups that are left; the others are sent along with one of them. */
    static List<FetchGroup> join(List<FetchGroup> groups) {
        Map<Stage, FetchGroup> first = new LinkedHashMap<>();
        List<FetchGroup> left = new ArrayList<>();
        for (FetchGroup group : groups) {
            FetchGroup leader = isPlain(group) ? first.putIfAbsent(Stage.of(group), group) : null;
            if (leader == null) {
                left.add(group);
            } else {
                leader.takeAlong(group);
            }
        }
        return left;
    }

    /** Fetches with values from contexts may have to be divided themselves. */
    private static boolean isPlain(FetchGroup group) {
        return group.at != null && !group.representations.isEmpty() && group.contexts.isEmpty();
    }

    /** Fetches of one stage do not wait for each other, so joining them makes none later and no circle. */
    private record Stage(String subgraph, int depth, Set<Layer> wanted) {
        static Stage of(FetchGroup group) {
            return new Stage(group.subgraph, group.depth(), group.wanted());
        }
    }
}
