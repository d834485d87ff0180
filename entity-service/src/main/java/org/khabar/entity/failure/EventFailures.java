package org.khabar.entity.failure;

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

    private final GraphqlFailures failures;

    EventFailures(GraphqlFailures failures) {
        this.failures = failures;
    }

    void shape(@Observes GraphQL.Builder builder) {
        Instrumentation present = builder.build().getInstrumentation();
        builder.instrumentation(new ChainedInstrumentation(List.of(present, new Shaping(failures))));
    }

    private static final class Shaping extends SimplePerformantInstrumentation {

        private final GraphqlFailures failures;

        Shaping(GraphqlFailures failures) {
            this.failures = failures;
        }

        @Override
        public CompletableFuture<ExecutionResult> instrumentExecutionResult(
                ExecutionResult result,
                InstrumentationExecutionParameters parameters,
                @Nullable InstrumentationState state) {
            return CompletableFuture.completedFuture(
                    result.getErrors().isEmpty()
                            ? result
                            : result.transform(builder -> builder.errors(failures.shaped(result.getErrors()))));
        }
    }
}
