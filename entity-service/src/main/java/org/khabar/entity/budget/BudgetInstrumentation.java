package org.khabar.entity.budget;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.DataFetcherResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Gives each request its budget and charges it with the items of every list before they are answered. */
final class BudgetInstrumentation extends SimplePerformantInstrumentation {

    private static final String INTROSPECTION = "__";

    private final BudgetConfig config;

    BudgetInstrumentation(BudgetConfig config) {
        this.config = config;
    }

    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input, InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
        renew(input.getGraphQLContext());
        return input;
    }

    /** Each event of a subscription is answered like a request of its own. */
    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginSubscribedFieldEvent(
            InstrumentationFieldParameters parameters, @Nullable InstrumentationState state) {
        renew(parameters.getExecutionContext().getGraphQLContext());
        return super.beginSubscribedFieldEvent(parameters, state);
    }

    private void renew(GraphQLContext context) {
        context.put(RequestBudget.class, new RequestBudget(config.maxItems(), config.maxTextLength()));
    }

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        boolean list = GraphQLTypeUtil.isList(
                GraphQLTypeUtil.unwrapNonNull(parameters.getExecutionStepInfo().getType()));
        return list && !isIntrospection(parameters)
                ? environment -> charged(fetcher.get(environment), environment)
                : fetcher;
    }

    private static boolean isIntrospection(InstrumentationFieldFetchParameters parameters) {
        return parameters.getExecutionStepInfo().getParent().getUnwrappedNonNullType() instanceof GraphQLNamedType type
                && type.getName().startsWith(INTROSPECTION);
    }

    private static @Nullable Object charged(@Nullable Object value, DataFetchingEnvironment environment) {
        if (value instanceof CompletionStage<?> later) {
            return later.thenApply(items -> charged(items, environment));
        }
        Object data = value instanceof DataFetcherResult<?> result ? result.getData() : value;
        if (data instanceof Collection<?> items) {
            CurrentBudget.of(environment).take(items.size());
        }
        return value;
    }
}
