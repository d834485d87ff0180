package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import graphql.language.Document;
import graphql.parser.Parser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.plan.Operations;
import org.khabar.gateway.plan.PlanKey;
import org.khabar.gateway.plan.Planner;
import org.khabar.gateway.security.Caller;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;

class IntrospectionGateTest {
    private static final Caller STRANGER = caller(false, "reader");

    private static Caller caller(boolean isLoggedIn, String role) {
        return new Caller("somebody", isLoggedIn, Set.of(role), Set.of(), Set.of(), "Bearer x", null);
    }

    private static IntrospectionGate gate(String... roles) {
        Optional<Set<String>> configured = roles.length == 0 ? Optional.empty() : Optional.of(Set.of(roles));
        return new IntrospectionGate(() -> configured);
    }

    private static PreparedOperation prepared(String query) {
        SubgraphSdl subgraph = new SubgraphSdl("tides", "http://tides.test", "type Query { tide: Int }");
        Planner planner = switch (Composition.compose(List.of(subgraph))) {
            case CompositionResult.Success success -> new Planner(success.supergraph());
            case CompositionResult.Failure failure -> throw new AssertionError(failure.errors());
        };
        Document document = Parser.parse(query);
        return new PreparedOperation(
                new AnalysedOperation(
                        document,
                        Operations.get(document, null),
                        PlanKey.of(document, null),
                        planner.analyse(document, null, 10)),
                planner.plan(document, null),
                false);
    }

    private static void assertRefused(IntrospectionGate gate, Caller caller) {
        PreparedOperation schema = prepared("{ tide __schema { description } }");
        assertThatExceptionOfType(RequestException.class).isThrownBy(() -> gate.check(schema, caller));
        PreparedOperation data = prepared("{ tide __typename }");
        assertThat(gate.check(data, caller)).isSameAs(data);
    }

    private static void assertLetIn(IntrospectionGate gate, Caller caller) {
        PreparedOperation schema = prepared("{ tide __schema { description } }");
        assertThat(gate.check(schema, caller)).isSameAs(schema);
    }

    @Test
    void strangersAreLetInByAWordOfTheirOwn() {
        assertLetIn(gate("anonymous"), STRANGER);
        assertRefused(gate("reader", "admin"), STRANGER);
        assertRefused(gate("anonymous"), caller(true, "reader"));
    }

    @Test
    void withoutRolesNobodyIsLetIn() {
        assertRefused(gate(), caller(true, "admin"));
        assertRefused(gate(), STRANGER);
    }
}
