package org.khabar.gateway.execute;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.plan.Planner;
import org.khabar.gateway.plan.QueryPlan;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;
import org.khabar.gateway.supergraph.Supergraph;

class ExecutorTest {
    private static final Supergraph SUPERGRAPH = compose();

    private static Supergraph compose() {
        return switch (Composition.compose(
                List.of(new SubgraphSdl("one", "http://one.test", "type Query { number: Int }")))) {
            case CompositionResult.Success success -> success.supergraph();
            case CompositionResult.Failure failure -> throw new AssertionError(failure.errors());
        };
    }

    @Test
    void whoWaitsForAnEventsAnswerHearsOfAFaultThere() {
        QueryPlan query = new Planner(SUPERGRAPH).plan(Parser.parse("{ number }"), null);
        Executor executor =
                new Executor(_ -> new CompletableFuture<>(), SUPERGRAPH.apiSchema(), ExecutionLimits.DEFAULTS);
        ExecutionInput input = new ExecutionInput(Map.of(), Map.of(), Duration.ofMinutes(5), 1000);

        assertThat(executor.executeEvent(query, input, "{}".getBytes(StandardCharsets.UTF_8)))
                .isCompletedExceptionally();
    }
}
