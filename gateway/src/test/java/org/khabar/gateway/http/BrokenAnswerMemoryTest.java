package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.execute.ByteBudget;
import org.khabar.gateway.execute.SubgraphRequest;
import org.khabar.gateway.memory.MemoryBudget;
import org.khabar.gateway.memory.MemoryShare;

/** What a subgraph's answer holds of the memory when it does not come to its end. */
class BrokenAnswerMemoryTest {
    private static final int BEGUN = 50_000;
    private static final int OTHERS = 7_000;

    /** Sends the beginning of an answer, and no more. */
    private static final Consumer<HttpServerRequest> STOPS =
            request -> request.response().putHeader("Content-Length", "100000").write("x".repeat(BEGUN));

    private final TransportBench bench = new TransportBench(Map.of(
            "khabar.gateway.services.slow.timeout", "700ms",
            "khabar.gateway.circuit.enabled", "false"));
    private final FakeSubgraph subgraph = new FakeSubgraph(bench.vertx);
    private final MemoryBudget budget = new MemoryBudget(10_000_000);
    private final MemoryShare share = budget.share("someone");

    @AfterEach
    void nothingIsHeldInTheEnd() {
        share.close();
        assertThat(budget.inUse()).isZero();
        subgraph.close();
        bench.close();
    }

    private CompletableFuture<byte[]> send(String service, long bytes) {
        return bench.send(
                subgraph.url(),
                new SubgraphRequest(
                        service,
                        "{\"query\":\"{name}\"}".getBytes(StandardCharsets.UTF_8),
                        Map.of(),
                        Duration.ofSeconds(20),
                        new ByteBudget(bytes, share),
                        true));
    }

    /** What is held when the asker hears how it ended, beside what other fetches of the request hold. */
    private long heldAtTheEnd(CompletableFuture<byte[]> answer) {
        assertThat(share.part().tryTake(OTHERS)).isTrue();
        return answer.handle((_, _) -> share.held()).join() - OTHERS;
    }

    @Test
    void aConnectionThatBreaks() {
        subgraph.will(request -> request.response()
                .putHeader("Content-Length", "100000")
                .write("x".repeat(BEGUN))
                .onComplete(_ -> request.connection().close()));
        assertThat(heldAtTheEnd(send("shop", 1_000_000))).isZero();
    }

    @Test
    void aDeadline() {
        subgraph.will(STOPS);
        CompletableFuture<byte[]> answer = send("slow", 1_000_000);
        await().until(() -> share.held() >= BEGUN);
        assertThat(heldAtTheEnd(answer)).isZero();
        assertThat(TransportBench.outcome(answer)).startsWith("TIMEOUT");
    }

    @Test
    void anAnswerThatIsTooLarge() {
        subgraph.will(STOPS);
        CompletableFuture<byte[]> answer = send("shop", 10_000);
        assertThat(heldAtTheEnd(answer)).isZero();
        assertThat(TransportBench.outcome(answer)).startsWith("LIMIT_EXCEEDED");
    }

    @Test
    void anAskerWhoLeaves() {
        subgraph.will(STOPS);
        CompletableFuture<byte[]> answer = send("shop", 1_000_000);
        await().until(() -> share.held() >= BEGUN);
        assertThat(share.part().tryTake(OTHERS)).isTrue();
        answer.cancel(true);
        await().until(() -> share.held() == OTHERS);
        await().until(() -> subgraph.closedConnections() == 1);
        assertThat(share.held()).isEqualTo(OTHERS);
    }

    /** Only who has the answer gives back what it takes. */
    @Test
    void anAnswerThatCameIsTheAskers() {
        subgraph.will(FakeSubgraph.ANSWERS);
        CompletableFuture<byte[]> answer = send("slow", 1_000_000);
        assertThat(heldAtTheEnd(answer)).isEqualTo(FakeSubgraph.ANSWER.getBytes(StandardCharsets.UTF_8).length);
    }
}
