package org.khabar.entity.budget;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** The budget of the GraphQL request that is being answered. */
@ApplicationScoped
public class CurrentBudget {

    /** @throws IllegalStateException outside of a GraphQL field */
    public RequestBudget get() {
        return of(Objects.requireNonNull(
                SmallRyeContextManager.getCurrentSmallRyeContext().unwrap(DataFetchingEnvironment.class)));
    }

    static RequestBudget of(DataFetchingEnvironment environment) {
        RequestBudget budget = environment.getGraphQlContext().get(RequestBudget.class);
        if (budget == null) {
            throw new IllegalStateException("The request has no budget.");
        }
        return budget;
    }
}
