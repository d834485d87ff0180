package org.khabar.gateway.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.khabar.gateway.plan.PlanNode.BatchNode;
import org.khabar.gateway.plan.PlanNode.ConditionNode;
import org.khabar.gateway.plan.PlanNode.FetchNode;
import org.khabar.gateway.plan.PlanNode.FlattenNode;
import org.khabar.gateway.plan.PlanNode.ParallelNode;
import org.khabar.gateway.plan.PlanNode.PathStep;
import org.khabar.gateway.plan.PlanNode.SequenceNode;

/** Writes plans in the form that Apollo's tools write them. */
final class PlanPrinter {
    private PlanPrinter() {}

    static String print(QueryPlan plan) {
        PlanNode root = plan.root();
        return root == null ? "QueryPlan {}\n" : "QueryPlan {\n" + indent(print(root)) + ",\n}\n";
    }

    private static String print(PlanNode node) {
        return switch (node) {
            case FetchNode fetch -> block("Fetch(service: \"" + fetch.subgraph() + "\")", fetch.text());
            case FlattenNode flatten -> block("Flatten(path: \"" + paths(flatten) + "\")", print(flatten.node()) + ",");
            case SequenceNode sequence -> block("Sequence", list(sequence.nodes()));
            case ParallelNode parallel -> block("Parallel", list(parallel.nodes()));
            case BatchNode batch -> block("Batch(service: \"" + batch.subgraph() + "\")", list(batch.nodes()));
            case ConditionNode condition -> conditional(condition);
        };
    }

    private static String conditional(ConditionNode node) {
        String body = print(node.node()) + ",";
        if (node.condition().guards().size() == 1) {
            Map<String, Boolean> wanted =
                    node.condition().guards().iterator().next().wanted();
            for (Map.Entry<String, Boolean> variable : wanted.entrySet()) {
                body = block((variable.getValue() ? "Include" : "Skip") + "(if: $" + variable.getKey() + ")", body)
                        + ",";
            }
            return body.substring(0, body.length() - 1);
        }
        String any = node.condition().guards().stream().map(PlanPrinter::guard).collect(Collectors.joining(" or "));
        return block("Include(if: " + any + ")", body);
    }

    private static String guard(Guard guard) {
        return guard.wanted().entrySet().stream()
                .map(variable -> (variable.getValue() ? "$" : "not $") + variable.getKey())
                .collect(Collectors.joining(" and "));
    }

    private static String list(List<PlanNode> nodes) {
        return nodes.stream().map(node -> print(node) + ",").collect(Collectors.joining("\n"));
    }

    private static String paths(FlattenNode flatten) {
        return flatten.paths().stream().map(PlanPrinter::path).collect(Collectors.joining(", "));
    }

    /** A flatten path. */
    static String path(List<PathStep> steps) {
        StringBuilder path = new StringBuilder();
        for (PathStep step : steps) {
            if (!step.types().isEmpty()) {
                path.append("|[")
                        .append(String.join(",", new TreeSet<>(step.types())))
                        .append(']');
            }
            path.append(path.isEmpty() ? "" : ".").append(step.dataKey()).append(".@".repeat(step.listDepth()));
        }
        return path.toString();
    }

    private static String block(String head, String body) {
        return head + " {\n" + indent(body) + "\n}";
    }

    private static String indent(String text) {
        return text.lines().map(line -> "  " + line).collect(Collectors.joining("\n"));
    }
}
