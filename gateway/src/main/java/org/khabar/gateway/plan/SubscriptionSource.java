package org.khabar.gateway.plan;

import graphql.language.OperationDefinition.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.PlanNode.FetchNode;
import org.khabar.gateway.plan.PlanNode.SequenceNode;

/**
 * A subscription's plan, taken apart: one subgraph's events take the place of the first fetch's answer, and the rest is
 * run for each of them.
 *
 * @param fetch what the subgraph is asked for, once
 * @param rest what is fetched for each event; null when the event has all that is wanted
 */
public record SubscriptionSource(FetchNode fetch, @Nullable PlanNode rest) {

    /**
     * Takes a plan apart.
     *
     * @throws PlanningException when its events would not come from one subgraph alone
     */
    public static SubscriptionSource of(QueryPlan plan) {
        return switch (plan.root()) {
            case FetchNode fetch when isSource(fetch) -> new SubscriptionSource(fetch, null);
            case SequenceNode(List<PlanNode> nodes)
            when nodes.getFirst() instanceof FetchNode fetch && isSource(fetch) ->
                new SubscriptionSource(fetch, PlanAssembler.sequence(nodes.subList(1, nodes.size())));
            case null, default ->
                throw PlanningException.unsupported("The events of a subscription must come from one service");
        };
    }

    private static boolean isSource(FetchNode fetch) {
        return fetch.operation() == Operation.SUBSCRIPTION;
    }

    /**
     * GraphQL spec, section 5.2.4.1: one root field, whatever the variables, and none of the schema's own.
     *
     * @throws PlanningException when it is otherwise
     */
    static void check(ClientSelection selection) {
        boolean isOne = selection.fields().size() == 1
                && selection.fields().stream()
                        .allMatch(field -> !field.name.startsWith("__")
                                && field.condition().isAlways());
        if (!isOne) {
            throw PlanningException.unsupported(
                    "A subscription has one root field, without @skip or @include, and not of the schema itself");
        }
    }
}
