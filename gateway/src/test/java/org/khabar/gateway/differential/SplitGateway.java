package org.khabar.gateway.differential;

import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.validation.Validator;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.khabar.gateway.execute.ExecutionInput;
import org.khabar.gateway.execute.ExecutionLimits;
import org.khabar.gateway.execute.Executor;
import org.khabar.gateway.execute.SubgraphRequest;
import org.khabar.gateway.execute.VariableCoercion;
import org.khabar.gateway.incremental.Payloads;
import org.khabar.gateway.plan.CallerRights;
import org.khabar.gateway.plan.Delivery;
import org.khabar.gateway.plan.PlanVariant;
import org.khabar.gateway.plan.Planner;
import org.khabar.gateway.plan.QueryPlan;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.Supergraph;

/** The gateway over one split's subgraphs. */
final class SplitGateway {
    private static final ExecutionLimits LIMITS =
            new ExecutionLimits(200, 100_000, 100_000, 1_000_000, 50, 1_000, 10_000_000, 1 << 26);

    private final Supergraph supergraph;
    private final Planner planner;
    private final Map<String, SubgraphServer> servers = new LinkedHashMap<>();

    SplitGateway(Domain domain, World world, Split split) {
        this.supergraph = compose(split);
        this.planner = new Planner(supergraph);
        for (SubgraphModel subgraph : split.subgraphs()) {
            servers.put(
                    subgraph.name(), new SubgraphServer(domain, world, subgraph, split.overriddenIn(subgraph.name())));
        }
    }

    private static Supergraph compose(Split split) {
        return switch (Composition.compose(split.listSdl())) {
            case CompositionResult.Success success -> success.supergraph();
            case CompositionResult.Failure failure ->
                throw new IllegalStateException("Split " + split.name() + " does not compose: " + failure.errors());
        };
    }

    /** What its clients see. */
    GraphQLSchema apiSchema() {
        return supergraph.apiSchema();
    }

    /** How it goes about an operation. */
    QueryPlan plan(Operation operation) {
        Document document = Parser.parse(operation.text());
        List<? extends GraphQLError> errors =
                new Validator().validateDocument(supergraph.apiSchema(), document, Locale.ENGLISH);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("Not valid for the gateway: " + errors);
        }
        return planner.plan(document, null);
    }

    Answer answer(Trial trial) {
        Map<Object, Object> context = RequestContext.of(trial.weather());
        Executor executor = new Executor(request -> send(request, context), supergraph.apiSchema(), LIMITS);
        ExecutionInput input = input(trial.operation());
        return Answer.of(Objects.requireNonNull(
                        executor.execute(plan(trial.operation()), input).join())
                .toJson(Map.of()));
    }

    /** The payloads of the answer where what the operation defers comes later. Services answer in no order. */
    List<byte[]> answerInParts(Trial trial) {
        Map<Object, Object> context = RequestContext.of(trial.weather());
        Executor executor = new Executor(
                request -> CompletableFuture.supplyAsync(() -> server(request).answer(request.body(), context)),
                supergraph.apiSchema(),
                LIMITS);
        return Payloads.of(executor, planInParts(trial.operation()), input(trial.operation()));
    }

    /** How it goes about an operation of which parts may come later. */
    QueryPlan planInParts(Operation operation) {
        Document document = Parser.parse(operation.text());
        PlanVariant variant = planner.analyse(document, null, 10)
                .factors()
                .variant(CallerRights.NONE, Set.of(), new Delivery(true, Set.of()));
        return planner.plan(document, null, variant);
    }

    // Null variables are welcome there; the class files do not tell NullAway so.
    @SuppressWarnings("NullAway")
    private ExecutionInput input(Operation operation) {
        OperationDefinition definition = operation.definition();
        return new ExecutionInput(
                VariableCoercion.coerce(supergraph.apiSchema(), definition, operation.variables()),
                Map.of(),
                Duration.ofSeconds(30));
    }

    private CompletableFuture<byte[]> send(SubgraphRequest request, Map<Object, Object> context) {
        return CompletableFuture.completedFuture(server(request).answer(request.body(), context));
    }

    private SubgraphServer server(SubgraphRequest request) {
        return Objects.requireNonNull(servers.get(request.subgraph()));
    }
}
