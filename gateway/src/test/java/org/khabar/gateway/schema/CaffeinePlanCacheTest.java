package org.khabar.gateway.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import graphql.language.Document;
import graphql.parser.Parser;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.plan.PlanKey;
import org.khabar.gateway.plan.PlanWeight;
import org.khabar.gateway.plan.Planner;
import org.khabar.gateway.plan.QueryPlan;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;

class CaffeinePlanCacheTest {
    private static final Planner PLANNER = planner();

    private static Planner planner() {
        SubgraphSdl subgraph = new SubgraphSdl("tides", "http://tides.test", "type Query { tide(day: Int): Int }");
        return switch (Composition.compose(List.of(subgraph))) {
            case CompositionResult.Success success -> new Planner(success.supergraph());
            case CompositionResult.Failure failure -> throw new AssertionError(failure.errors());
        };
    }

    private static Document document(int fields, int first) {
        return Parser.parse(IntStream.range(first, first + fields)
                .mapToObj(day -> "t" + day + ": tide(day: " + day + ")")
                .collect(Collectors.joining(" ", "{ ", " }")));
    }

    private static QueryPlan keep(CaffeinePlanCache cache, int fields, int first) {
        Document document = document(fields, first);
        return cache.get(PlanKey.of(document, null), () -> PLANNER.plan(document, null));
    }

    @Test
    void aPlanWeighsAsManyFieldsAsItFetchesAndWrites() {
        assertThat(PlanWeight.of(PLANNER.plan(document(100, 0), null))).isBetween(210, 240);
        assertThat(PlanWeight.of(PLANNER.plan(document(1, 0), null))).isBetween(12, 16);
    }

    @Test
    void largePlansTakeTheRoomOfManySmallOnes() {
        CaffeinePlanCache cache = new CaffeinePlanCache(1_000, new Unobserved());
        for (int i = 0; i < 50; i++) {
            keep(cache, 100, 100 * i);
        }
        await().untilAsserted(() -> assertThat(cache.size()).isBetween(1L, 4L));

        CaffeinePlanCache other = new CaffeinePlanCache(1_000, new Unobserved());
        for (int i = 0; i < 50; i++) {
            keep(other, 1, i);
        }
        assertThat(other.size()).isEqualTo(50);
    }

    /** Nobody counts here. */
    private static final class Unobserved implements ServingObserver {
        @Override
        public void accepted(ServedSchema schema) {}

        @Override
        public void refused(List<Refusal> reasons) {}

        @Override
        public void settled() {}

        @Override
        public void planFound() {}

        @Override
        public void planMade(Duration took) {}

        @Override
        public void fetched(String subgraph, String outcome, Duration took) {}
    }
}
