package org.khabar.gateway.plan;

import java.util.List;
import java.util.Map;

/**
 * What one plan does otherwise than another.
 *
 * @param forcedFirst whether fields that only one subgraph resolves are settled before the others
 * @param made the subgraph to take a field from, by place
 */
record PlanChoices(boolean forcedFirst, Map<String, String> made) {
    PlanChoices {
        made = Map.copyOf(made);
    }

    /**
     * A field that more than one subgraph resolves.
     *
     * @param place where and which field
     * @param subgraphs what can be chosen
     */
    record Open(String place, List<String> subgraphs) {
        Open {
            subgraphs = List.copyOf(subgraphs);
        }
    }
}
