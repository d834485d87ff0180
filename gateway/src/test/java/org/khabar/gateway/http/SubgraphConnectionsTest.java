package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many connections a slow subgraph has to bear, and what becomes of the fetches beyond them. */
class SubgraphConnectionsTest {
    private static final int CONNECTIONS = 2;
    private static final int WAITING = 10;
    private static final int ASKED = 40;

    private final TransportBench bench = new TransportBench(Map.of(
            "khabar.gateway.http.connections-per-subgraph", String.valueOf(CONNECTIONS),
            "khabar.gateway.http.max-waiting-fetches", String.valueOf(WAITING)));
    private final FakeSubgraph subgraph = new FakeSubgraph(bench.vertx);
    private final Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        subgraph.close();
        bench.close();
    }

    private List<CompletableFuture<byte[]>> askFromManyThreads(int times) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return Stream.generate(() ->
                            CompletableFuture.supplyAsync(this::ask, threads).thenCompose(Function.identity()))
                    .limit(times)
                    .toList();
        }
    }

    private CompletableFuture<byte[]> ask() {
        return bench.send(subgraph.url(), TransportBench.query("shop"));
    }

    private static List<CompletableFuture<byte[]>> failed(List<CompletableFuture<byte[]>> answers) {
        return answers.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .toList();
    }

    /** The connections are there before the others come: those that are being opened have a place in the queue. */
    private List<CompletableFuture<byte[]>> askTooMuch() {
        subgraph.will(held::add);
        List<CompletableFuture<byte[]>> answers = new ArrayList<>(askFromManyThreads(CONNECTIONS));
        await().untilAsserted(() -> assertThat(held).hasSize(CONNECTIONS));
        answers.addAll(askFromManyThreads(ASKED - CONNECTIONS));
        await().untilAsserted(() -> assertThat(failed(answers)).hasSize(ASKED - CONNECTIONS - WAITING));
        return answers;
    }

    @Test
    void fetchesBeyondTheConnectionsWaitAndThoseBeyondTheQueueAreRefused() {
        List<CompletableFuture<byte[]>> answers = askTooMuch();

        assertThat(failed(answers))
                .allSatisfy(refused -> assertThat(TransportBench.outcome(refused))
                        .isEqualTo("SUBGRAPH_UNAVAILABLE: Service 'shop' is not available: it cannot be reached"));
        assertThat(subgraph.requests()).isEqualTo(CONNECTIONS);
        assertThat(bench.repeated).hasValue(0);

        subgraph.will(FakeSubgraph.ANSWERS);
        held.forEach(FakeSubgraph.ANSWERS);

        assertThat(answers.stream().filter(answer -> !answer.isCompletedExceptionally()))
                .hasSize(CONNECTIONS + WAITING)
                .allSatisfy(answer -> assertThat(TransportBench.outcome(answer)).isEqualTo(FakeSubgraph.ANSWER));
        assertThat(subgraph.requests()).isEqualTo(CONNECTIONS + WAITING);
        assertThat(subgraph.mostConnections()).isEqualTo(CONNECTIONS);
    }

    @Test
    void aQueueThatIsFullSaysNothingOfTheSubgraph() {
        List<CompletableFuture<byte[]>> answers = askTooMuch();
        subgraph.will(FakeSubgraph.ANSWERS);
        held.forEach(FakeSubgraph.ANSWERS);
        CompletableFuture.allOf(answers.stream()
                        .filter(answer -> !answer.isCompletedExceptionally())
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(bench.ask(subgraph)).isEqualTo(FakeSubgraph.ANSWER);
        assertThat(bench.states).containsExactly(CircuitState.CLOSED);
    }
}
