package org.khabar.gateway.execute;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.IgnoredChars;
import graphql.parser.Parser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.plan.Planner;
import org.khabar.gateway.plan.QueryPlan;
import org.khabar.gateway.plan.QueryPlan.Introspection;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;
import org.khabar.gateway.supergraph.Supergraph;

/** A whole schema takes a while to write, and an event loop has others to serve meanwhile. */
class IntrospectionThreadTest {

    private static Supergraph supergraph() {
        SubgraphSdl subgraph = new SubgraphSdl("tides", "http://tides.test", "type Query { tide: Int }");
        return switch (Composition.compose(List.of(subgraph))) {
            case CompositionResult.Success success -> success.supergraph();
            case CompositionResult.Failure failure -> throw new AssertionError(failure.errors());
        };
    }

    private static QueryPlan with(QueryPlan plan, Introspection introspection) {
        return new QueryPlan(
                plan.operation(),
                plan.root(),
                plan.rootLayout(),
                plan.output(),
                introspection,
                plan.fetchCount(),
                plan.passesThrough());
    }

    @Test
    void theSchemaIsWrittenBesideTheThreadThatAsks() {
        Supergraph supergraph = supergraph();
        QueryPlan plan = new Planner(supergraph).plan(Parser.parse("{ __schema { types { name } } }"), null);
        Introspection asked = Objects.requireNonNull(plan.introspection());
        WatchedDocument watched = new WatchedDocument(asked.document());
        Executor executor = new Executor(
                _ -> CompletableFuture.failedFuture(new AssertionError("No service is asked")),
                supergraph.apiSchema(),
                ExecutionLimits.DEFAULTS);

        ExecutionResult result = Objects.requireNonNull(executor.execute(
                        with(plan, new Introspection(watched, asked.text(), asked.constant(), asked.leaves())),
                        new ExecutionInput(Map.of(), Map.of(), Duration.ofSeconds(5)))
                .join());

        assertThat(new String(result.toJson(Map.of()), StandardCharsets.UTF_8)).contains("\"name\":\"Query\"");
        assertThat(watched.readers).isNotEmpty().doesNotContain(Thread.currentThread());
    }

    /** Notes who reads it. */
    private static final class WatchedDocument extends Document {
        private static final long serialVersionUID = 1L;

        private final transient Set<Thread> readers = ConcurrentHashMap.newKeySet();

        WatchedDocument(Document original) {
            super(original.getDefinitions(), null, List.of(), IgnoredChars.EMPTY, Map.of());
        }

        @Override
        @SuppressWarnings("rawtypes") // As it is declared.
        public List<Definition> getDefinitions() {
            readers.add(Thread.currentThread());
            return super.getDefinitions();
        }
    }
}
