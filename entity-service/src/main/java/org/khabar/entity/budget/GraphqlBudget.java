package org.khabar.entity.budget;

import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Puts the budget beside SmallRye's own instrumentations. */
@ApplicationScoped
class GraphqlBudget {

    private final BudgetConfig config;

    GraphqlBudget(BudgetConfig config) {
        this.config = config;
    }

    /** The builder does not tell what it has, but what it builds does. */
    void bound(@Observes GraphQL.Builder builder) {
        Instrumentation present = builder.build().getInstrumentation();
        builder.instrumentation(new ChainedInstrumentation(List.of(present, new BudgetInstrumentation(config))));
    }
}
