package org.khabar.gateway.execute;

import graphql.schema.GraphQLSchema;
import java.util.concurrent.CompletableFuture;
import org.khabar.gateway.plan.QueryPlan;
import org.khabar.gateway.plan.QueryPlan.Introspection;

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
        Execution execution = new Execution(plan, input, client, limits);
        Introspection asked = plan.introspection();
        return asked == null ? execution.run() : execution.run(introspector.answer(asked, input));
    }
}
