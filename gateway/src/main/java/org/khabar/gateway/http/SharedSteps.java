package org.khabar.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Steps on {@link PreparingThreads} that are done once, however many wait for the same: after a start or a new schema
 * all clients come with the same new operations at once.
 *
 * @param <K> what is the same
 * @param <T> what comes of it
 */
final class SharedSteps<K, T> {
    private final Vertx vertx;
    private final PreparingThreads threads;
    private final Map<K, CompletableFuture<T>> underWay = new ConcurrentHashMap<>();

    SharedSteps(Vertx vertx, PreparingThreads threads) {
        this.vertx = vertx;
        this.threads = threads;
    }

    /**
     * Runs the step, or waits for the one that runs; answers on the caller's event loop.
     *
     * @param client whom the step counts for if nobody has asked for it yet
     */
    Future<T> run(K key, String client, Callable<T> step) {
        CompletableFuture<T> fresh = new CompletableFuture<>();
        CompletableFuture<T> known = underWay.putIfAbsent(key, fresh);
        if (known == null) {
            threads.run(client, step).onComplete(done -> {
                underWay.remove(key);
                if (done.succeeded()) {
                    fresh.complete(done.result());
                } else {
                    fresh.completeExceptionally(done.cause());
                }
            });
        }
        return Future.fromCompletionStage(known == null ? fresh : known, vertx.getOrCreateContext());
    }
}
