package org.khabar.article.failure;

import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Shapes the errors of subscriptions' events, which SmallRye tells nobody of. */
@ApplicationScoped
class EventFailures {

    void shape(@Observes GraphQL.Builder builder) {
        Instrumentation present = builder.build().getInstrumentation();
        builder.instrumentation(new ChainedInstrumentation(List.of(present, new Shaping())));
    }

    private static final class Shaping extends SimplePerformantInstrumentation {

        @Override
        public CompletableFuture<ExecutionResult> instrumentExecutionResult(
                ExecutionResult result,
                InstrumentationExecutionParameters parameters,
                @Nullable InstrumentationState state) {
            return CompletableFuture.completedFuture(
                    result.getErrors().isEmpty()
                            ? result
                            : result.transform(builder -> builder.errors(GraphqlFailures.shaped(result.getErrors()))));
        }
    }
}
