package org.khabar.gateway.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one plan does otherwise than another.
 *
 * @param order which fields are settled first
 * @param covering whether the fields of a place are taken from the fewest subgraphs that have them all
 * @param made the subgraph to take a field from, by place
 */
record PlanChoices(Order order, boolean covering, Map<String, String> made) {
    PlanChoices {
        made = Map.copyOf(made);
    }

    /** Nothing is chosen but the order. */
    static PlanChoices in(Order order) {
        return new PlanChoices(order, false, Map.of());
    }

    /** The same in another order. */
    PlanChoices inOrder(Order other) {
        return new PlanChoices(other, covering, made);
    }

    /** The same, but from few subgraphs. */
    PlanChoices fromFewSubgraphs() {
        return new PlanChoices(order, true, made);
    }

    /** The same, with one choice more. */
    PlanChoices with(String place, String subgraph) {
        Map<String, String> more = new HashMap<>(made);
        more.put(place, subgraph);
        return new PlanChoices(order, covering, more);
    }

    /** In which order fields are settled. What is settled first others can join. */
    enum Order {
        /** Fields that only one subgraph resolves before the others. */
        FORCED_FIRST,
        /** As in the document. */
        AS_WRITTEN,
        /** Fields that few fetches lead to before those that many lead to, which may then go by the same ways. */
        NEAR_FIRST
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
