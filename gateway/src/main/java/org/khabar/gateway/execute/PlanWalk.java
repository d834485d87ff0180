package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.khabar.gateway.plan.PlanNode;
import org.khabar.gateway.plan.PlanNode.BatchNode;
import org.khabar.gateway.plan.PlanNode.ConditionNode;
import org.khabar.gateway.plan.PlanNode.FetchNode;
import org.khabar.gateway.plan.PlanNode.FlattenNode;
import org.khabar.gateway.plan.PlanNode.ParallelNode;
import org.khabar.gateway.plan.PlanNode.PathStep;
import org.khabar.gateway.plan.PlanNode.SequenceNode;

/** Runs the nodes of a plan in their order. */
final class PlanWalk {
    private final Execution execution;
    private final ExecutionInput input;
    private final Items items;
    private final Map<Integer, CompletableFuture<Done>> awaited;

    /** A walk that waits for nobody else. */
    PlanWalk(Execution execution, ExecutionInput input) {
        this(execution, input, Items.ALL, Map.of());
    }

    /**
     * A walk.
     *
     * @param items of which items of streamed lists it fetches something
     * @param awaited what is to be completed when some fetches are done, by their number
     */
    PlanWalk(Execution execution, ExecutionInput input, Items items, Map<Integer, CompletableFuture<Done>> awaited) {
        this.execution = execution;
        this.input = input;
        this.items = items;
        this.awaited = awaited;
    }

    /** A step that is done, well or not. */
    enum Done {
        DONE
    }

    static CompletableFuture<Done> finished() {
        return CompletableFuture.completedFuture(Done.DONE);
    }

    static CompletableFuture<Done> all(List<CompletableFuture<Done>> steps) {
        return CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new)).thenApply(_ -> Done.DONE);
    }

    CompletableFuture<Done> run(PlanNode node) {
        CompletableFuture<Done> done = run(node, List.of());
        if (!awaited.isEmpty()) {
            CompletableFuture<Done> waiting = awaited.get(number(node));
            if (waiting != null) {
                done.whenComplete((_, _) -> waiting.complete(Done.DONE));
            }
        }
        return done;
    }

    /** The number of the fetch that a step is known by; that of a batch is its first; -1 for what is no step. */
    private static int number(PlanNode node) {
        return switch (node) {
            case FetchNode fetch -> fetch.id();
            case FlattenNode flatten -> number(flatten.node());
            case ConditionNode conditional -> number(conditional.node());
            case BatchNode batch -> number(batch.nodes().getFirst());
            case SequenceNode _, ParallelNode _ -> -1;
        };
    }

    private CompletableFuture<Done> run(PlanNode node, List<List<PathStep>> paths) {
        return switch (node) {
            case FetchNode fetch -> fetch(fetch, paths);
            case FlattenNode(List<List<PathStep>> flattened, PlanNode inner) -> flattened(inner, flattened);
            case SequenceNode(List<PlanNode> nodes) -> sequence(nodes);
            case ParallelNode(List<PlanNode> nodes) ->
                all(nodes.stream().map(this::run).toList());
            case BatchNode(String _, List<PlanNode> nodes) -> batch(nodes);
            case ConditionNode conditional ->
                conditional.condition().holds(input::isTrue) ? run(conditional.node(), paths) : finished();
        };
    }

    private CompletableFuture<Done> flattened(PlanNode node, List<List<PathStep>> paths) {
        List<List<PathStep>> meant = items.of(paths, input.variables());
        return meant.isEmpty() ? finished() : run(node, meant);
    }

    private CompletableFuture<Done> sequence(List<PlanNode> nodes) {
        CompletableFuture<Done> last = finished();
        for (PlanNode node : nodes) {
            last = last.thenCompose(_ -> run(node));
        }
        return last;
    }

    private CompletableFuture<Done> fetch(FetchNode fetch, List<List<PathStep>> paths) {
        boolean isDone = items == Items.REST && paths.isEmpty();
        return isDone ? finished() : execution.fetch(fetch, paths);
    }

    private CompletableFuture<Done> batch(List<PlanNode> nodes) {
        List<FetchPreparer.Asked> asked = new ArrayList<>();
        nodes.forEach(node -> gather(node, List.of(), asked));
        return execution.fetch(asked);
    }

    private void gather(PlanNode node, List<List<PathStep>> paths, List<FetchPreparer.Asked> asked) {
        switch (node) {
            case FetchNode fetch -> asked.add(new FetchPreparer.Asked(fetch, paths));
            case FlattenNode(List<List<PathStep>> flattened, PlanNode inner) -> {
                List<List<PathStep>> meant = items.of(flattened, input.variables());
                if (!meant.isEmpty()) {
                    gather(inner, meant, asked);
                }
            }
            case ConditionNode conditional
            when conditional.condition().holds(input::isTrue) -> gather(conditional.node(), paths, asked);
            case ConditionNode _ -> {}
            case SequenceNode(List<PlanNode> nodes) -> nodes.forEach(inner -> gather(inner, paths, asked));
            case ParallelNode(List<PlanNode> nodes) -> nodes.forEach(inner -> gather(inner, paths, asked));
            case BatchNode(String _, List<PlanNode> nodes) -> nodes.forEach(inner -> gather(inner, paths, asked));
        }
    }
}
