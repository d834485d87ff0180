package org.khabar.gateway.plan;

import java.util.List;
import org.khabar.gateway.plan.PlanNode.BatchNode;
import org.khabar.gateway.plan.PlanNode.ConditionNode;
import org.khabar.gateway.plan.PlanNode.FetchNode;
import org.khabar.gateway.plan.PlanNode.FlattenNode;
import org.khabar.gateway.plan.PlanNode.ParallelNode;
import org.khabar.gateway.plan.PlanNode.PathStep;
import org.khabar.gateway.plan.PlanNode.SequenceNode;

/** Finds fetches for the items of lists that come in two parts. */
public final class StreamSteps {
    private StreamSteps() {}

    /** Whether a path leads through such a list. */
    public static boolean areIn(List<PathStep> path) {
        return path.stream().anyMatch(step -> step.stream() != null);
    }

    /** Whether any fetch is for what is in such a list. */
    public static boolean areIn(PlanNode node) {
        return switch (node) {
            case FetchNode _ -> false;
            case FlattenNode flatten -> flatten.paths().stream().anyMatch(StreamSteps::areIn);
            case ConditionNode conditional -> areIn(conditional.node());
            case SequenceNode sequence -> anyIn(sequence.nodes());
            case ParallelNode parallel -> anyIn(parallel.nodes());
            case BatchNode batch -> anyIn(batch.nodes());
        };
    }

    private static boolean anyIn(List<PlanNode> nodes) {
        return nodes.stream().anyMatch(StreamSteps::areIn);
    }
}
