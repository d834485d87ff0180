package org.khabar.gateway.execute;

import graphql.schema.GraphQLSchema;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.khabar.gateway.plan.Deferral;
import org.khabar.gateway.plan.QueryPlan;
import org.khabar.gateway.plan.QueryPlan.Introspection;
import org.khabar.gateway.plan.SubscriptionSource;

/** Runs plans. Safe for use by many threads; never blocks. */
public final class Executor {
    private final SubgraphClient client;
    private final ExecutionLimits limits;
    private final Introspector introspector;

    /**
     * An executor for plans of one supergraph.
     *
     * @param apiSchema what introspection is answered from
     */
    public Executor(SubgraphClient client, GraphQLSchema apiSchema, ExecutionLimits limits) {
        this.client = client;
        this.limits = limits;
        this.introspector = new Introspector(apiSchema);
    }

    /**
     * Runs a plan.
     *
     * @return the answer, whatever the subgraphs do: what goes wrong with one is an error in it. Cancelling it gives up
     *     the requests under way.
     */
    public CompletableFuture<ExecutionResult> execute(QueryPlan plan, ExecutionInput input) {
        return guarded(() -> {
            Execution execution = new Execution(plan, input, client, limits);
            Introspection asked = plan.introspection();
            return asked == null ? execution.run() : execution.run(introspector.answer(asked, input));
        });
    }

    /** Whoever waits for the answer hears of a fault in the same way, whether it shows at once or later. */
    @SuppressWarnings("IllegalCatch")
    private static CompletableFuture<ExecutionResult> guarded(Supplier<CompletableFuture<ExecutionResult>> run) {
        try {
            return run.get();
        } catch (RuntimeException broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }

    /**
     * Runs a plan whose answer comes in parts.
     *
     * @param deferral what comes later; the plan's
     * @see #execute
     */
    public AnswerParts executeInParts(QueryPlan plan, Deferral deferral, ExecutionInput input) {
        Execution execution = new Execution(plan, input, client, limits);
        Introspection asked = plan.introspection();
        return new IncrementalAnswer(
                execution,
                plan,
                deferral,
                input,
                limits,
                asked == null
                        ? PlanWalk.finished()
                        : introspector.answer(asked, input).thenApply(execution::keep));
    }

    /**
     * The request that a subscription's events are asked for with.
     *
     * @throws org.khabar.gateway.plan.PlanningException when the plan is of no subscription
     */
    public SubgraphRequest eventRequest(QueryPlan plan, ExecutionInput input) {
        return new Execution(plan, input, client, limits).eventRequest(SubscriptionSource.of(plan));
    }

    /**
     * Answers one event of a subscription: takes it for what the first fetch brought, and runs the rest of the plan.
     *
     * @param event a GraphQL response of the subgraph
     * @see #execute
     */
    public CompletableFuture<ExecutionResult> executeEvent(QueryPlan plan, ExecutionInput input, byte[] event) {
        return guarded(() -> new Execution(plan, input, client, limits).run(SubscriptionSource.of(plan), event));
    }
}
