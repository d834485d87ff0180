package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one subgraph may take, and that the others do not feel it. */
class SubgraphLinkTest {
    private final TransportBench bench = new TransportBench(Map.of(
            "khabar.gateway.services.slow.timeout", "200ms",
            "khabar.gateway.services.narrow.connections", "1",
            "khabar.gateway.services.narrow.max-waiting-fetches", "1"));
    private final FakeSubgraph subgraph = new FakeSubgraph(bench.vertx);

    @AfterEach
    void close() {
        subgraph.close();
        bench.close();
    }

    private CompletableFuture<byte[]> ask(String name) {
        return bench.send(subgraph.url(), TransportBench.query(name));
    }

    @Test
    void aSubgraphMayHaveADeadlineOfItsOwn() {
        subgraph.will(FakeSubgraph.HANGS);
        CompletableFuture<byte[]> other = ask("other");

        assertThat(TransportBench.outcome(ask("slow").orTimeout(5, TimeUnit.SECONDS)))
                .startsWith("TIMEOUT");
        assertThat(other).isNotDone();
    }

    @Test
    void connectionsAndTheQueueBeforeThemAreEachSubgraphsOwn() {
        subgraph.will(FakeSubgraph.HANGS);
        CompletableFuture<byte[]> sent = ask("narrow");
        await().until(() -> subgraph.requests() == 1);
        CompletableFuture<byte[]> waiting = ask("narrow");

        assertThat(TransportBench.outcome(ask("narrow"))).startsWith("SUBGRAPH_UNAVAILABLE");
        assertThat(sent).isNotDone();
        assertThat(waiting).isNotDone();
        subgraph.will(FakeSubgraph.ANSWERS);
        assertThat(TransportBench.outcome(ask("other"))).isEqualTo(FakeSubgraph.ANSWER);
    }

    @Test
    void whoeverGivesUpClosesTheConnection() {
        subgraph.will(FakeSubgraph.HANGS);
        CompletableFuture<byte[]> answer = ask("other");
        await().until(() -> subgraph.requests() == 1);
        assertThat(subgraph.closedConnections()).isZero();

        answer.cancel(true);

        await().atMost(Duration.ofSeconds(5)).until(() -> subgraph.closedConnections() == 1);
    }
}
