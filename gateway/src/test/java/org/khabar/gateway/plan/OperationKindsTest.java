package org.khabar.gateway.plan;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.language.Document;
import graphql.parser.Parser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;

class OperationKindsTest {
    private static final Planner PLANNER = planner();

    private static Planner planner() {
        SubgraphSdl subgraph = new SubgraphSdl("tides", "http://tides.test", "type Query { tide: Int }");
        return switch (Composition.compose(List.of(subgraph))) {
            case CompositionResult.Success success -> new Planner(success.supergraph());
            case CompositionResult.Failure failure -> throw new AssertionError(failure.errors());
        };
    }

    @Test
    void anOperationThatTheSchemaHasNotIsRefused() {
        Document document = Parser.parse("mutation { tides }");

        assertThatThrownBy(() -> PLANNER.plan(document, null)).hasMessage("The schema has no such operation");
    }
}
