package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a subgraph is left alone, and when it is asked again. */
class CircuitTest {
    private final TransportBench bench = bench(Map.of());
    private final FakeSubgraph subgraph = new FakeSubgraph(bench.vertx);

    private static TransportBench bench(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "khabar.gateway.retries.percent", "0",
                "khabar.gateway.retries.per-second", "0",
                "khabar.gateway.circuit.min-fetches", "6",
                "khabar.gateway.circuit.failure-percent", "50",
                "khabar.gateway.circuit.probes", "2",
                "khabar.gateway.circuit.open-for", "300ms",
                "khabar.gateway.http.subgraph-timeout", "300ms"));
        properties.putAll(more);
        return new TransportBench(properties);
    }

    @AfterEach
    void close() {
        subgraph.close();
        bench.close();
    }

    private void ask(int times) {
        for (int i = 0; i < times; i++) {
            bench.ask(subgraph);
        }
    }

    /** Whoever asked has the answer before the circuit is told of it. */
    private void awaitStates(CircuitState... states) {
        await().untilAsserted(() -> assertThat(bench.states).containsExactly(states));
    }

    @Test
    void aSubgraphThatFailsTooOftenIsNotAskedUntilItIsWell() {
        ask(3);
        subgraph.will(FakeSubgraph.status(500));
        ask(3);
        awaitStates(CircuitState.CLOSED, CircuitState.OPEN);

        assertThat(bench.ask(subgraph))
                .startsWith("SUBGRAPH_UNAVAILABLE")
                .contains("'shop'", "failed too often and is not asked for the moment");
        assertThat(subgraph.requests()).isEqualTo(6);
        assertThat(bench.spared).hasValue(1);

        subgraph.will(FakeSubgraph.ANSWERS);
        await().until(() -> bench.ask(subgraph).equals(FakeSubgraph.ANSWER));
        ask(1);
        awaitStates(CircuitState.CLOSED, CircuitState.OPEN, CircuitState.HALF_OPEN, CircuitState.CLOSED);
    }

    @Test
    void aSubgraphThatStillFailsIsTriedWithAFewFetchesOnly() {
        subgraph.will(FakeSubgraph.BREAKS);
        ask(6);
        await().until(() -> {
            bench.ask(subgraph);
            return bench.states.contains(CircuitState.HALF_OPEN);
        });
        ask(1);
        awaitStates(CircuitState.CLOSED, CircuitState.OPEN, CircuitState.HALF_OPEN, CircuitState.OPEN);
        assertThat(subgraph.requests()).isEqualTo(8);
    }

    @Test
    void subgraphsThatHangAreLeftAloneAsWell() {
        subgraph.will(FakeSubgraph.HANGS);
        List<CompletableFuture<byte[]>> asked = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            asked.add(bench.send(subgraph.url(), TransportBench.query("shop")));
        }
        assertThat(asked)
                .allSatisfy(answer -> assertThat(TransportBench.outcome(answer)).startsWith("TIMEOUT"));
        await().until(() -> bench.states.contains(CircuitState.OPEN));
    }

    @Test
    void errorsOfGraphqlAndRefusedCallersAreNoFailures() {
        subgraph.will(request -> request.response().end("{\"errors\":[{\"message\":\"no\"}],\"data\":null}"));
        ask(10);
        subgraph.will(FakeSubgraph.status(403));
        ask(10);
        subgraph.will(FakeSubgraph.ANSWERS);
        assertThat(bench.ask(subgraph)).isEqualTo(FakeSubgraph.ANSWER);
        assertThat(bench.states).containsExactly(CircuitState.CLOSED);
    }

    @Test
    void clientsThatLeaveAreNoFailures() {
        subgraph.will(FakeSubgraph.HANGS);
        for (int i = 0; i < 10; i++) {
            int before = subgraph.requests();
            CompletableFuture<byte[]> answer = bench.send(subgraph.url(), TransportBench.query("shop"));
            await().until(() -> subgraph.requests() > before);
            answer.cancel(true);
        }
        subgraph.will(FakeSubgraph.ANSWERS);
        assertThat(bench.ask(subgraph)).isEqualTo(FakeSubgraph.ANSWER);
        assertThat(bench.states).containsExactly(CircuitState.CLOSED);
    }

    @Test
    void itCanBeTurnedOff() {
        try (TransportBench brave = bench(Map.of("khabar.gateway.circuit.enabled", "false"))) {
            subgraph.will(FakeSubgraph.status(500));
            for (int i = 0; i < 12; i++) {
                brave.ask(subgraph);
            }
        }
        assertThat(subgraph.requests()).isEqualTo(12);
    }
}
