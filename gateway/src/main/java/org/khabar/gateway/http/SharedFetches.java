package org.khabar.gateway.http;

import io.vertx.core.Vertx;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.ByteBudget;
import org.khabar.gateway.execute.FetchObserver;
import org.khabar.gateway.execute.SubgraphFailure;
import org.khabar.gateway.execute.SubgraphRequest;
import org.khabar.gateway.memory.MemoryShare;

/**
 * Sends identical fetches that are under way at the same time once. Each asker has a time, a budget of bytes and a will
 * of its own; the fetch is given up when nobody is left who waits for it.
 */
final class SharedFetches {
    /** As long as the subgraph may take; the askers' own times are looked after here. */
    private static final Duration NO_LIMIT = Duration.ofDays(1);

    private final Vertx vertx;
    private final BiFunction<String, SubgraphRequest, CompletableFuture<byte[]>> sender;
    private final Map<Key, Shared> underWay = new ConcurrentHashMap<>();

    SharedFetches(Vertx vertx, BiFunction<String, SubgraphRequest, CompletableFuture<byte[]>> sender) {
        this.vertx = vertx;
        this.sender = sender;
    }

    /** Sends a request, or waits for the answer to the same one. */
    CompletableFuture<byte[]> send(String url, SubgraphRequest request) {
        Key key = new Key(url, request.headers().get("Authorization"), ByteBuffer.wrap(request.body()));
        Shared fresh = new Shared(key, request.budget().memory().sibling());
        Shared shared = underWay.compute(key, (_, known) -> known != null && known.tryJoin() ? known : fresh);
        FetchObserver watching = request.observer();
        if (shared != fresh && watching != null) {
            watching.joined();
        }
        CompletableFuture<byte[]> mine = shared.answerFor(request);
        if (shared == fresh) {
            fresh.start(begin(url, unlimited(request, fresh.memory)));
        }
        return mine;
    }

    /** One that cannot even be sent fails for all who wait for it by now. */
    @SuppressWarnings("IllegalCatch")
    private CompletableFuture<byte[]> begin(String url, SubgraphRequest request) {
        try {
            return sender.apply(url, request);
        } catch (RuntimeException broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }

    /** How many fetches there are that somebody could still join. */
    int underWay() {
        return underWay.size();
    }

    private static SubgraphRequest unlimited(SubgraphRequest request, MemoryShare memory) {
        return new SubgraphRequest(
                request.subgraph(),
                request.body(),
                request.headers(),
                NO_LIMIT,
                new ByteBudget(Long.MAX_VALUE, memory),
                true,
                request.observer());
    }

    /** What makes fetches identical: the same words to the same address in the same name. */
    private record Key(String url, @Nullable String authorization, ByteBuffer body) {}

    /** One fetch and those who wait for it. */
    private final class Shared {
        private final Key key;
        /** For the answer while it comes in, of whoever asked first; then each asker has it in its own. */
        private final MemoryShare memory;

        private final CompletableFuture<byte[]> result = new CompletableFuture<>();
        private int askers = 1;
        private @Nullable CompletableFuture<byte[]> sent;

        Shared(Key key, MemoryShare memory) {
            this.key = key;
            this.memory = memory;
        }

        /** Only with somebody in it, and no answer yet, is it still one to wait for. */
        synchronized boolean tryJoin() {
            if (askers == 0 || result.isDone()) {
                return false;
            }
            askers++;
            return true;
        }

        void start(CompletableFuture<byte[]> sending) {
            sending.whenComplete(this::settle);
            if (isAbandoned(sending)) {
                sending.cancel(true);
            }
        }

        private synchronized boolean isAbandoned(CompletableFuture<byte[]> sending) {
            sent = sending;
            return askers == 0;
        }

        private void settle(byte @Nullable [] answer, @Nullable Throwable failure) {
            underWay.remove(key, this);
            if (answer == null) {
                result.completeExceptionally(failure == null ? new IllegalStateException("No answer") : failure);
            } else {
                result.complete(answer);
            }
            memory.close();
        }

        CompletableFuture<byte[]> answerFor(SubgraphRequest request) {
            CompletableFuture<byte[]> mine = new CompletableFuture<>();
            long timer = vertx.setTimer(
                    Math.max(1, request.timeLeft().toMillis()),
                    _ -> mine.completeExceptionally(
                            SubgraphFailure.timeout(request.subgraph(), new TimeoutException("No answer in time"))));
            mine.whenComplete((_, _) -> {
                vertx.cancelTimer(timer);
                leave();
            });
            result.whenComplete((answer, failure) -> hand(request, answer, failure, mine));
            return mine;
        }

        private static void hand(
                SubgraphRequest request,
                byte @Nullable [] answer,
                @Nullable Throwable failure,
                CompletableFuture<byte[]> mine) {
            if (answer == null) {
                mine.completeExceptionally(failure == null ? new IllegalStateException("No answer") : failure);
            } else if (!request.budget().take(answer.length)) {
                mine.completeExceptionally(SubgraphFailure.tooLarge(request.subgraph(), request.budget()));
            } else if (!request.budget().memory().tryTake(answer.length)) {
                mine.completeExceptionally(SubgraphFailure.noMemory(request.subgraph()));
            } else {
                mine.complete(answer);
            }
        }

        private void leave() {
            CompletableFuture<byte[]> abandoned = withoutOne();
            if (abandoned != null) {
                underWay.remove(key, this);
                abandoned.cancel(true);
            }
        }

        /** One asker less; the fetch, if it was the last one. */
        private synchronized @Nullable CompletableFuture<byte[]> withoutOne() {
            askers--;
            return askers == 0 ? sent : null;
        }
    }
}
