package org.khabar.gateway.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.PlanNode.BatchNode;
import org.khabar.gateway.plan.PlanNode.ConditionNode;
import org.khabar.gateway.plan.PlanNode.FetchNode;
import org.khabar.gateway.plan.PlanNode.FlattenNode;
import org.khabar.gateway.plan.PlanNode.ParallelNode;
import org.khabar.gateway.plan.PlanNode.PathStep;
import org.khabar.gateway.plan.PlanNode.SequenceNode;

/** Writes plans in the form that Apollo's tools write them. */
final class PlanPrinter {
    /** The fetches that others are said to wait for. */
    private final Set<Integer> numbered = new HashSet<>();

    private PlanPrinter() {}

    static String print(QueryPlan plan) {
        PlanNode root = plan.root();
        Deferral deferral = plan.deferral();
        PlanPrinter printer = new PlanPrinter();
        if (deferral != null) {
            return "QueryPlan {\n" + indent(printer.print(root, deferral)) + ",\n}\n";
        }
        return root == null ? "QueryPlan {}\n" : "QueryPlan {\n" + indent(printer.print(root)) + ",\n}\n";
    }

    private String print(@Nullable PlanNode root, Deferral deferral) {
        deferral.blocks().forEach(block -> numbered.addAll(block.after()));
        String primary = root == null ? "Primary {}" : block("Primary", print(root) + ",");
        String later = deferral.blocks().stream()
                .map(block -> block(head(block), print(block.node()) + ",") + ",")
                .collect(Collectors.joining("\n"));
        return block("Defer", primary + ", [" + (later.isEmpty() ? "" : "\n" + indent(later) + "\n") + "],");
    }

    private static String head(Deferral.Block block) {
        String after =
                new TreeSet<>(block.after()).stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "Deferred(depends: [" + after + "], for: " + String.join(", ", block.names()) + ")";
    }

    private String print(PlanNode node) {
        return switch (node) {
            case FetchNode fetch ->
                block("Fetch(service: \"" + fetch.subgraph() + "\"" + number(fetch) + ")", fetch.text());
            case FlattenNode flatten -> block("Flatten(path: \"" + paths(flatten) + "\")", print(flatten.node()) + ",");
            case SequenceNode sequence -> block("Sequence", list(sequence.nodes()));
            case ParallelNode parallel -> block("Parallel", list(parallel.nodes()));
            case BatchNode batch -> block("Batch(service: \"" + batch.subgraph() + "\")", list(batch.nodes()));
            case ConditionNode condition -> conditional(condition);
        };
    }

    private String number(FetchNode fetch) {
        return numbered.contains(fetch.id()) ? ", id: " + fetch.id() : "";
    }

    private String conditional(ConditionNode node) {
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

    private String list(List<PlanNode> nodes) {
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
