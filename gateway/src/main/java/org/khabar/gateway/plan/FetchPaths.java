package org.khabar.gateway.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.PlanNode.BatchNode;
import org.khabar.gateway.plan.PlanNode.ConditionNode;
import org.khabar.gateway.plan.PlanNode.FetchNode;
import org.khabar.gateway.plan.PlanNode.FlattenNode;
import org.khabar.gateway.plan.PlanNode.ParallelNode;
import org.khabar.gateway.plan.PlanNode.SequenceNode;

/** Finds the flatten paths of a plan's fetches. */
final class FetchPaths {
    private final Map<Integer, List<String>> paths = new HashMap<>();

    private FetchPaths() {}

    static Map<Integer, List<String>> of(@Nullable PlanNode root) {
        FetchPaths found = new FetchPaths();
        if (root != null) {
            found.collect(root, List.of());
        }
        return Map.copyOf(found.paths);
    }

    private void collect(PlanNode node, List<String> around) {
        switch (node) {
            case FetchNode fetch -> paths.put(fetch.id(), around);
            case FlattenNode flatten ->
                collect(
                        flatten.node(),
                        flatten.paths().stream().map(PlanPrinter::path).toList());
            case ConditionNode conditional -> collect(conditional.node(), around);
            case SequenceNode(List<PlanNode> nodes) -> nodes.forEach(inner -> collect(inner, around));
            case ParallelNode(List<PlanNode> nodes) -> nodes.forEach(inner -> collect(inner, around));
            case BatchNode(String _, List<PlanNode> nodes) -> nodes.forEach(inner -> collect(inner, around));
        }
    }
}
