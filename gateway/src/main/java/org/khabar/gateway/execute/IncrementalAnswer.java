package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.PendingPart.Fragment;
import org.khabar.gateway.execute.PendingPart.Rest;
import org.khabar.gateway.execute.PlanWalk.Done;
import org.khabar.gateway.json.JsonWriter;
import org.khabar.gateway.memory.MemoryShare;
import org.khabar.gateway.plan.Deferral;
import org.khabar.gateway.plan.PlanNode;
import org.khabar.gateway.plan.QueryPlan;
import org.khabar.gateway.plan.StreamSteps;

/**
 * One run of a plan whose answer comes in parts. Fetches for later parts run as soon as what they wait for is there,
 * beside those that come first; a part is written once its fetches are done and what it belongs to was written.
 */
final class IncrementalAnswer implements AnswerParts {
    private final Execution execution;
    private final QueryPlan plan;
    private final Deferral deferral;
    private final ExecutionInput input;
    private final ExecutionLimits limits;
    private final PendingParts pending;
    private final PartErrors errors;
    private final CompletableFuture<Done> first;
    private final CompletableFuture<Done> rest;
    private final List<CompletableFuture<Done>> blocks = new ArrayList<>();
    private final MemoryShare output;
    private long bytesLeft;
    private boolean isBegun;

    /**
     * Starts the run.
     *
     * @param schema what the schema says of itself; done where that was not asked
     */
    IncrementalAnswer(
            Execution execution,
            QueryPlan plan,
            Deferral deferral,
            ExecutionInput input,
            ExecutionLimits limits,
            CompletableFuture<Done> schema) {
        this.execution = execution;
        this.plan = plan;
        this.deferral = deferral;
        this.input = input;
        this.limits = limits;
        this.pending = new PendingParts(input, limits.maxParts());
        this.errors = new PartErrors(execution, deferral, input, limits);
        this.output = execution.output();
        this.bytesLeft = input.maxBytes();
        Map<Integer, CompletableFuture<Done>> awaited = new HashMap<>();
        deferral.blocks()
                .forEach(block -> block.after().forEach(fetch -> awaited.put(fetch, new CompletableFuture<>())));
        this.rest = new CompletableFuture<>();
        deferral.blocks().forEach(block -> blocks.add(start(block, awaited)));
        CompletableFuture<Done> fetched = run(plan.root(), Items.FIRST, awaited);
        this.first = fetched.thenCombine(schema, (done, _) -> done);
        PlanNode streamed = deferral.streams() ? plan.root() : null;
        fetched.thenCompose(_ -> run(streamed, Items.REST, Map.of())).whenComplete(this::endRest);
    }

    private void endRest(@Nullable Done done, @Nullable Throwable failure) {
        if (failure == null) {
            rest.complete(Done.DONE);
        } else {
            rest.completeExceptionally(failure);
        }
    }

    private CompletableFuture<Done> run(
            @Nullable PlanNode node, Items items, Map<Integer, CompletableFuture<Done>> awaited) {
        return node == null ? PlanWalk.finished() : new PlanWalk(execution, input, items, awaited).run(node);
    }

    private CompletableFuture<Done> start(Deferral.Block block, Map<Integer, CompletableFuture<Done>> awaited) {
        List<CompletableFuture<Done>> before =
                new ArrayList<>(block.after().stream().map(awaited::get).toList());
        if (StreamSteps.areIn(block.node())) {
            before.add(rest);
        }
        return PlanWalk.all(before).thenCompose(_ -> run(block.node(), Items.ALL, awaited));
    }

    @Override
    public CompletableFuture<AnswerPart> next() {
        // The part before was taken off.
        output.trySettle(0);
        if (!isBegun) {
            isBegun = true;
            return first.thenApply(_ -> first());
        }
        CompletableFuture<?>[] ready;
        synchronized (execution) {
            ready = pending.waiting().stream().map(this::readiness).distinct().toArray(CompletableFuture[]::new);
        }
        return CompletableFuture.anyOf(ready).thenApply(_ -> later());
    }

    private CompletableFuture<Done> readiness(PendingPart part) {
        return switch (part) {
            case Fragment fragment ->
                fragment.blocks().size() == 1
                        ? blocks.get(fragment.blocks().iterator().next())
                        : PlanWalk.all(
                                fragment.blocks().stream().map(blocks::get).toList());
            case Rest _ -> rest;
        };
    }

    private AnswerPart first() {
        synchronized (execution) {
            JsonWriter json = new JsonWriter(4096).raw("{\"data\":");
            errors.own(execution.ownErrors());
            errors.translate();
            List<ExecutionError> found = new ArrayList<>(errors.takeFirst(plan.output()));
            int before = errors.collector().size();
            try {
                if (!writer(json).first(execution.root(), plan.output())) {
                    pending.takeBack(0);
                }
            } catch (AnswerTooLargeException tooLarge) {
                return failed(tooLarge);
            }
            found.addAll(errors.since(before));
            bytesLeft -= json.size();
            boolean hasNext = !pending.isEmpty();
            found.addAll(hasNext ? List.of() : errors.takeAll());
            return AnswerPart.first(json, found, hasNext);
        }
    }

    private AnswerPart failed(AnswerTooLargeException tooLarge) {
        execution.cancel();
        pending.takeBack(0);
        ExecutionError error = ExecutionError.of(tooLarge.explain(), tooLarge.code(), null);
        return AnswerPart.first(new JsonWriter(32).raw("{\"data\":null"), List.of(error), false);
    }

    private ResponseWriter writer(JsonWriter json) {
        return new ResponseWriter(
                input, execution.answers(), errors.collector(), limits, json, Math.max(0, bytesLeft), output, pending);
    }

    private AnswerPart later() {
        synchronized (execution) {
            errors.translate();
            JsonWriter json = new JsonWriter(1024).raw("{\"incremental\":[");
            List<ExecutionError> found = new ArrayList<>();
            ResponseWriter writer = writer(json);
            List<PendingPart> ready = ready();
            while (!ready.isEmpty()) {
                for (PendingPart part : ready) {
                    write(part, writer, json, found);
                }
                ready = ready();
            }
            if (pending.isEmpty()) {
                leftOver(json, found);
            }
            json.raw(']');
            bytesLeft -= json.size();
            return AnswerPart.later(json, found, !pending.isEmpty());
        }
    }

    private List<PendingPart> ready() {
        return pending.take(part -> readiness(part).isDone());
    }

    /** What there is no room for is null, with everything that would have come after it. */
    private void write(PendingPart part, ResponseWriter writer, JsonWriter json, List<ExecutionError> found) {
        json.raw(json.array()[json.size() - 1] == '[' ? "{" : ",{");
        int start = json.size();
        int mark = pending.mark();
        List<ExecutionError> own = new ArrayList<>(errors.take(part));
        int before = errors.collector().size();
        try {
            switch (part) {
                case Fragment fragment -> writer.fragment(fragment);
                case Rest items -> writer.rest(items);
            }
            own.addAll(errors.since(before));
        } catch (AnswerTooLargeException tooLarge) {
            json.truncate(start);
            pending.takeBack(mark);
            json.raw(part instanceof Fragment ? "\"data\":null" : "\"items\":null");
            own.add(ExecutionError.of(explain(tooLarge), tooLarge.code(), part.path()));
        }
        json.raw(",\"path\":").value(part.path());
        if (part.label() != null) {
            json.raw(",\"label\":").value(part.label());
        }
        close(json, own);
        found.addAll(own);
    }

    /** The bound that was crossed is what parts before left of that of the whole answer. */
    private String explain(AnswerTooLargeException tooLarge) {
        boolean saysAll =
                tooLarge.explain().contains("parts") || !tooLarge.code().equals("LIMIT_EXCEEDED");
        return saysAll
                ? tooLarge.explain()
                : "All parts of the answer together would be larger than " + input.maxBytes()
                        + " bytes, or take too much work";
    }

    private static void close(JsonWriter json, List<ExecutionError> own) {
        if (!own.isEmpty()) {
            json.raw(",\"errors\":")
                    .value(own.stream().map(ExecutionError::toSpecification).toList());
        }
        json.raw('}');
    }

    /** Errors that are in no part, as their fields turned out to be nowhere, are told with nothing at the end. */
    private void leftOver(JsonWriter json, List<ExecutionError> found) {
        List<ExecutionError> left = errors.takeAll();
        if (!left.isEmpty()) {
            json.raw(json.array()[json.size() - 1] == '[' ? "{" : ",{").raw("\"data\":{},\"path\":[]");
            close(json, left);
            found.addAll(left);
        }
    }

    @Override
    public void cancel() {
        execution.cancel();
    }
}
