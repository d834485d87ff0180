package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.execute.ByteBudget;
import org.khabar.gateway.execute.FetchObserver;
import org.khabar.gateway.execute.SubgraphRequest;

/** Fetches that are sent once for several askers. */
class SharedFetchesTest {
    private static final byte[] BODY = "{a}".getBytes(StandardCharsets.UTF_8);

    private final TransportBench bench = new TransportBench(Map.of("khabar.gateway.http.share-fetches", "true"));
    private final FakeSubgraph subgraph = new FakeSubgraph(bench.vertx);
    private final Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<byte[]>> sent = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void holdRequests() {
        subgraph.will(held::add);
    }

    @AfterEach
    void close() {
        subgraph.close();
        bench.close();
    }

    private CompletableFuture<byte[]> ask() {
        return bench.send(subgraph.url(), TransportBench.query("shop"));
    }

    private CompletableFuture<byte[]> ask(String body, String who, Duration time, int bytes) {
        return bench.send(
                subgraph.url(),
                new SubgraphRequest(
                        "shop",
                        body.getBytes(StandardCharsets.UTF_8),
                        Map.of("Authorization", who, "X-Request-Id", who + time),
                        time,
                        new ByteBudget(bytes),
                        true));
    }

    private CompletableFuture<byte[]> ask(String body, String who) {
        return ask(body, who, Duration.ofSeconds(20), 1000);
    }

    private void release(int requests) {
        await().until(() -> held.size() == requests);
        held.forEach(FakeSubgraph.ANSWERS);
    }

    @Test
    void theSameFetchOfTheSameCallerIsSentOnce() {
        CompletableFuture<byte[]> first = ask("{a}", "ann");
        CompletableFuture<byte[]> second = ask("{a}", "ann", Duration.ofSeconds(10), 1000);
        CompletableFuture<byte[]> ofAnother = ask("{a}", "bob");
        CompletableFuture<byte[]> another = ask("{b}", "ann");
        release(3);

        assertThat(TransportBench.outcome(first)).isEqualTo(FakeSubgraph.ANSWER);
        assertThat(TransportBench.outcome(second)).isEqualTo(FakeSubgraph.ANSWER);
        assertThat(TransportBench.outcome(ofAnother)).isEqualTo(FakeSubgraph.ANSWER);
        assertThat(TransportBench.outcome(another)).isEqualTo(FakeSubgraph.ANSWER);
        assertThat(subgraph.requests()).isEqualTo(3);
    }

    @Test
    void whoJoinsIsToldThatNothingIsSent() {
        Followed first = new Followed();
        Followed second = new Followed();
        List<CompletableFuture<byte[]>> answers = Stream.of(first, second)
                .map(observer -> bench.send(
                        subgraph.url(),
                        new SubgraphRequest(
                                "shop", BODY, Map.of(), Duration.ofSeconds(20), new ByteBudget(1000), true, observer)))
                .toList();
        release(1);
        answers.forEach(CompletableFuture::join);

        assertThat(first.joined).isFalse();
        assertThat(second.joined).isTrue();
    }

    private static final class Followed implements FetchObserver {
        private boolean joined;

        @Override
        public Map<String, String> headers(Map<String, String> forwarded) {
            return forwarded;
        }

        @Override
        public void joined() {
            joined = true;
        }

        @Override
        public void repeated() {}

        @Override
        public void ended(String outcome, int answerBytes) {}
    }

    @Test
    void whatIsAskedAfterTheAnswerIsSentAnew() {
        CompletableFuture<byte[]> first = ask();
        release(1);
        first.join();
        held.clear();
        CompletableFuture<byte[]> second = ask();
        release(1);
        second.join();
        assertThat(subgraph.requests()).isEqualTo(2);
    }

    @Test
    void mutationsAreNotShared() {
        CompletableFuture<byte[]> first = bench.send(subgraph.url(), TransportBench.mutation("shop"));
        CompletableFuture<byte[]> second = bench.send(subgraph.url(), TransportBench.mutation("shop"));
        release(2);
        CompletableFuture.allOf(first, second).join();
    }

    @Test
    void oneWhoLeavesTakesNothingFromTheOthers() {
        CompletableFuture<byte[]> first = ask();
        CompletableFuture<byte[]> second = ask();
        await().until(() -> held.size() == 1);
        first.cancel(true);
        release(1);

        assertThat(TransportBench.outcome(second)).isEqualTo(FakeSubgraph.ANSWER);
        assertThat(subgraph.closedConnections()).isZero();
    }

    @Test
    void whenAllHaveLeftTheFetchIsGivenUp() {
        CompletableFuture<byte[]> first = ask();
        CompletableFuture<byte[]> second = ask();
        await().until(() -> held.size() == 1);
        first.cancel(true);
        second.cancel(true);
        await().until(() -> subgraph.closedConnections() == 1);

        held.clear();
        CompletableFuture<byte[]> third = ask();
        release(1);
        assertThat(TransportBench.outcome(third)).isEqualTo(FakeSubgraph.ANSWER);
    }

    @Test
    void timeAndRoomAreEachAskersOwn() {
        CompletableFuture<byte[]> hasNoTime = ask("{a}", "ann", Duration.ofMillis(100), 1000);
        CompletableFuture<byte[]> hasNoRoom = ask("{a}", "ann", Duration.ofSeconds(20), 5);
        CompletableFuture<byte[]> hasBoth = ask("{a}", "ann");
        assertThat(TransportBench.outcome(hasNoTime)).startsWith("TIMEOUT");
        release(1);

        assertThat(TransportBench.outcome(hasNoRoom)).startsWith("LIMIT_EXCEEDED");
        assertThat(TransportBench.outcome(hasBoth)).isEqualTo(FakeSubgraph.ANSWER);
        assertThat(subgraph.requests()).isEqualTo(1);
    }

    @Test
    void oneThatCannotBeSentFailsForAllAndLeavesNothing() {
        SharedFetches broken = new SharedFetches(bench.vertx, (_, _) -> {
            throw new IllegalStateException("broken");
        });

        assertThat(broken.send("http://shop.test", TransportBench.query("shop")))
                .isCompletedExceptionally();
        assertThat(broken.underWay()).isZero();
    }

    @Test
    void whoComesWhileTheLastOneLeavesIsAnswered() throws Exception {
        SharedFetches racing = new SharedFetches(bench.vertx, (_, _) -> {
            CompletableFuture<byte[]> answer = new CompletableFuture<>();
            sent.add(answer);
            return answer;
        });
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2_000; i++) {
                CompletableFuture<byte[]> last = racing.send("http://shop.test", TransportBench.query("shop"));
                CyclicBarrier both = new CyclicBarrier(2);
                Future<CompletableFuture<byte[]>> coming = threads.submit(() -> {
                    both.await();
                    return racing.send("http://shop.test", TransportBench.query("shop"));
                });
                both.await();
                last.cancel(true);
                CompletableFuture<byte[]> next = coming.get();
                sent.forEach(answer -> answer.complete(new byte[] {1}));
                sent.clear();
                assertThat(next).isCompletedWithValueMatching(answer -> answer.length == 1);
                assertThat(racing.underWay()).isZero();
            }
        }
    }

    @Test
    void unlessItIsTurnedOnNothingIsShared() {
        try (TransportBench plain = new TransportBench(Map.of())) {
            CompletableFuture<byte[]> first = plain.send(subgraph.url(), TransportBench.query("shop"));
            CompletableFuture<byte[]> second = plain.send(subgraph.url(), TransportBench.query("shop"));
            release(2);
            CompletableFuture.allOf(first, second).join();
        }
    }
}
