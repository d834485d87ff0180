package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent twice, and what is not. */
class RetryTest {
    private final TransportBench bench = new TransportBench(Map.of(
            "khabar.gateway.services.slow.timeout", "300ms",
            "khabar.gateway.retries.percent", "10",
            "khabar.gateway.circuit.enabled", "false"));
    private final FakeSubgraph subgraph = new FakeSubgraph(bench.vertx);

    @AfterEach
    void close() {
        subgraph.close();
        bench.close();
    }

    static Stream<Named<Consumer<HttpServerRequest>>> passingFailures() {
        return Stream.of(
                Named.of("a broken connection", FakeSubgraph.BREAKS),
                Named.of("502", FakeSubgraph.status(502)),
                Named.of("503", FakeSubgraph.status(503)),
                Named.of("504", FakeSubgraph.status(504)));
    }

    @ParameterizedTest
    @MethodSource("passingFailures")
    void aQueryIsSentOnceMore(Consumer<HttpServerRequest> failure) {
        subgraph.will(failure, FakeSubgraph.ANSWERS);

        assertThat(bench.ask(subgraph)).isEqualTo(FakeSubgraph.ANSWER);
        assertThat(subgraph.requests()).isEqualTo(2);
        assertThat(bench.repeated).hasValue(1);
    }

    @ParameterizedTest
    @MethodSource("passingFailures")
    void aMutationIsNotSentTwice(Consumer<HttpServerRequest> failure) {
        subgraph.will(failure, FakeSubgraph.ANSWERS);

        assertThat(TransportBench.outcome(bench.send(subgraph.url(), TransportBench.mutation("shop"))))
                .startsWith("SUBGRAPH_UNAVAILABLE");
        assertThat(subgraph.requests()).isEqualTo(1);
    }

    @Test
    void aQueryIsNotSentThreeTimes() {
        subgraph.will(FakeSubgraph.status(503));

        assertThat(bench.ask(subgraph)).contains("it answered with status 503");
        assertThat(subgraph.requests()).isEqualTo(2);
    }

    @Test
    void anAnswerThatBreaksOffIsNotAskedForAgain() {
        subgraph.will(FakeSubgraph.BREAKS_OFF, FakeSubgraph.ANSWERS);

        assertThat(bench.ask(subgraph)).startsWith("SUBGRAPH_UNAVAILABLE");
        assertThat(subgraph.requests()).isEqualTo(1);
    }

    @Test
    void faultsOfItsOwnAreNotAskedForAgain() {
        subgraph.will(FakeSubgraph.status(500), FakeSubgraph.ANSWERS);

        assertThat(bench.ask(subgraph)).contains("it answered with status 500");
        assertThat(subgraph.requests()).isEqualTo(1);
    }

    @Test
    void whenTheTimeIsOverNothingIsSent() {
        subgraph.will(FakeSubgraph.HANGS, FakeSubgraph.ANSWERS);

        assertThat(TransportBench.outcome(bench.send(subgraph.url(), TransportBench.query("slow"))))
                .startsWith("TIMEOUT");
        assertThat(subgraph.requests()).isEqualTo(1);
    }

    @Test
    void aSubgraphThatFailsIsNotSentTwiceAsMuch() {
        try (TransportBench thrifty = new TransportBench(Map.of(
                "khabar.gateway.retries.percent", "10",
                "khabar.gateway.retries.per-second", "0",
                "khabar.gateway.circuit.enabled", "false"))) {
            subgraph.will(FakeSubgraph.status(503));
            for (int i = 0; i < 30; i++) {
                thrifty.ask(subgraph);
            }
        }
        assertThat(subgraph.requests()).isEqualTo(33);
    }

    @Test
    void withoutABudgetNothingIsSentTwice() {
        try (TransportBench strict = new TransportBench(
                Map.of("khabar.gateway.retries.percent", "0", "khabar.gateway.retries.per-second", "0"))) {
            subgraph.will(FakeSubgraph.status(503), FakeSubgraph.ANSWERS);
            assertThat(strict.ask(subgraph)).startsWith("SUBGRAPH_UNAVAILABLE");
        }
        assertThat(subgraph.requests()).isEqualTo(1);
    }
}
