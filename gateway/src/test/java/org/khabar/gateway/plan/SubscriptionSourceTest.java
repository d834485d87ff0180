package org.khabar.gateway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.parser.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;

class SubscriptionSourceTest {
    private static final Planner PLANNER = new Planner(
            ((CompositionResult.Success) Composition.compose(List.of(sdl("shop"), sdl("reviews")))).supergraph());

    private static SubgraphSdl sdl(String name) {
        try {
            return new SubgraphSdl(
                    name,
                    "http://" + name + ".test/graphql",
                    Files.readString(Path.of("src/test/resources/live/" + name + ".graphqls")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static QueryPlan plan(String query) {
        return PLANNER.plan(Parser.parse(query), null);
    }

    @Test
    void theFirstFetchSubscribesAndTheRestIsPerEvent() {
        QueryPlan plan = plan("subscription ($upc: ID) { changed: priceChanged(upc: $upc) { name reviews { text } } }");
        SubscriptionSource source = SubscriptionSource.of(plan);

        assertThat(source.fetch().subgraph()).isEqualTo("shop");
        assertThat(source.fetch().document())
                .isEqualTo("subscription($upc:ID){changed:priceChanged(upc:$upc){name upc}}");
        assertThat(Objects.requireNonNull(source.rest()))
                .isInstanceOfSatisfying(
                        PlanNode.FlattenNode.class,
                        rest -> assertThat(((PlanNode.FetchNode) rest.node()).subgraph())
                                .isEqualTo("reviews"));
    }

    @Test
    void anEventThatHasAllNeedsNoMore() {
        QueryPlan plan = plan("subscription { priceChanged { name } }");

        assertThat(SubscriptionSource.of(plan).rest()).isNull();
        assertThat(plan.passesThrough()).isTrue();
    }

    @Test
    void aRefusedFieldHasNoEvents() {
        var document = Parser.parse("subscription { audited { name } }");
        PlanVariant variant = PLANNER.analyse(document, null, 10)
                .factors()
                .variant(new CallerRights(true, Set.of(), Set.of()), Set.of());

        assertThat(PLANNER.plan(document, null, variant).root()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subscription { __typename }",
                "subscription { a: priceChanged { upc } b: priceChanged { upc } }",
                "subscription ($no: Boolean!) { priceChanged @skip(if: $no) { upc } }",
                "subscription { priceChanged { upc } __typename }"
            })
    void moreOrLessThanOneFieldIsRefused(String query) {
        assertThatThrownBy(() -> plan(query)).isInstanceOf(PlanningException.class);
    }

    @Test
    void aQueryHasNoEvents() {
        QueryPlan plan = plan("{ product(upc: 1) { name } }");

        assertThatThrownBy(() -> SubscriptionSource.of(plan)).isInstanceOf(PlanningException.class);
    }
}
