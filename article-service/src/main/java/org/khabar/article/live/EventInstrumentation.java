package org.khabar.article.live;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.DataFetcher;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/**
 * Makes batch loaders work in subscriptions, where graphql-java 24 never sends their batches off: each field's keys are
 * sent at once. What was loaded for an event is forgotten with the next.
 */
final class EventInstrumentation extends SimplePerformantInstrumentation {

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginSubscribedFieldEvent(
            InstrumentationFieldParameters parameters, @Nullable InstrumentationState state) {
        parameters
                .getExecutionContext()
                .getDataLoaderRegistry()
                .getDataLoaders()
                .forEach(DataLoader::clearAll);
        return super.beginSubscribedFieldEvent(parameters, state);
    }

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        boolean isEvent =
                parameters.getExecutionContext().getOperationDefinition().getOperation() == Operation.SUBSCRIPTION;
        return isEvent && !parameters.isTrivialDataFetcher()
                ? environment -> {
                    Object value = fetcher.get(environment);
                    environment.getDataLoaderRegistry().dispatchAll();
                    return value;
                }
                : fetcher;
    }
}
