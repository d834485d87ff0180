package org.khabar.gateway.cases;

import graphql.language.Document;
import graphql.parser.Parser;
import graphql.validation.Validator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.ExecutionInput;
import org.khabar.gateway.execute.ExecutionLimits;
import org.khabar.gateway.execute.ExecutionResult;
import org.khabar.gateway.execute.Executor;
import org.khabar.gateway.execute.SubgraphFailure;
import org.khabar.gateway.execute.SubgraphRequest;
import org.khabar.gateway.execute.VariableCoercion;
import org.khabar.gateway.incremental.Payloads;
import org.khabar.gateway.plan.Operations;
import org.khabar.gateway.plan.PlanFactors;
import org.khabar.gateway.plan.Planner;
import org.khabar.gateway.plan.QueryPlan;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;
import org.khabar.gateway.supergraph.Supergraph;

/** A case's subgraphs, composed and served without HTTP. */
final class CaseGateway {
    private final Supergraph supergraph;
    private final Map<String, TestSubgraph> subgraphs = new HashMap<>();
    private final Map<String, byte[]> fixedAnswers = new HashMap<>();
    private final Executor executor;
    private int repeats;

    CaseGateway(CaseFolder folder) {
        this.supergraph = compose(folder);
        for (SubgraphSdl subgraph : folder.subgraphs()) {
            Map<String, Object> data = folder.json(subgraph.name() + ".json");
            repeats += data.get("$repeats") instanceof Number number ? number.intValue() : 0;
            if (data.get("$answer") instanceof String answer) {
                fixedAnswers.put(subgraph.name(), answer.getBytes(StandardCharsets.UTF_8));
            } else if (!data.containsKey("$dead")) {
                subgraphs.put(subgraph.name(), new TestSubgraph(subgraph.sdl(), data));
            }
        }
        this.executor = new Executor(this::send, supergraph.apiSchema(), ExecutionLimits.DEFAULTS);
    }

    private static Supergraph compose(CaseFolder folder) {
        return switch (Composition.compose(folder.subgraphs())) {
            case CompositionResult.Success success -> success.supergraph();
            case CompositionResult.Failure failure -> throw new AssertionError(folder.name() + ": " + failure.errors());
        };
    }

    private CompletableFuture<byte[]> send(SubgraphRequest request) {
        byte[] fixed = fixedAnswers.get(request.subgraph());
        if (fixed != null) {
            return CompletableFuture.completedFuture(fixed);
        }
        TestSubgraph subgraph = subgraphs.get(request.subgraph());
        return subgraph == null
                ? CompletableFuture.failedFuture(SubgraphFailure.unavailable(request.subgraph(), "connection refused"))
                : CompletableFuture.completedFuture(subgraph.answer(request.body()));
    }

    /** The plan for a client that takes its answer in parts. */
    QueryPlan plan(String query, CaseCaller caller, Map<String, Object> variables) {
        Document document = Parser.parse(query);
        var errors = new Validator().validateDocument(supergraph.apiSchema(), document, Locale.ENGLISH);
        if (!errors.isEmpty()) {
            throw new AssertionError(errors);
        }
        Planner planner = new Planner(supergraph);
        PlanFactors factors = planner.analyse(document, null, 10).factors();
        Set<String> active = new HashSet<>(factors.labels());
        active.retainAll(caller.labels());
        return planner.plan(
                document,
                null,
                factors.variant(caller.rights(), active, factors.delivery().choose(true, variables)));
    }

    ExecutionResult execute(String query, QueryPlan plan, Map<String, Object> raw) {
        return Objects.requireNonNull(executor.execute(plan, input(query, raw)).join());
    }

    List<byte[]> executeInParts(String query, QueryPlan plan, Map<String, Object> raw) {
        return Payloads.of(executor, plan, input(query, raw));
    }

    @SuppressWarnings("NullAway") // It reads no type annotations from the constructors of compiled records.
    private ExecutionInput input(String query, Map<String, Object> raw) {
        Map<String, @Nullable Object> variables =
                VariableCoercion.coerce(supergraph.apiSchema(), Operations.get(Parser.parse(query), null), raw);
        return new ExecutionInput(variables, Map.of(), Duration.ofSeconds(5));
    }

    int calls() {
        return subgraphs.values().stream().mapToInt(TestSubgraph::calls).sum();
    }

    /** How many calls there may be beside those of the plan. */
    int repeats() {
        return repeats;
    }
}
