package org.khabar.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where new operations are prepared, beside the event loops. That takes nothing but processor time, so a flood of new
 * operations has a few threads to itself, waits in a bounded queue, and leaves the operations that are known alone.
 */
@Singleton
class PreparingThreads {
    private final WorkerExecutor threads;
    private final int most;
    private final int mostOfClient;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Map<String, Integer> byClient = new ConcurrentHashMap<>();

    PreparingThreads(Vertx vertx, HttpConfig config) {
        int size = config.preparingThreads().orElse(Runtime.getRuntime().availableProcessors());
        this.threads = vertx.createSharedWorkerExecutor("preparing", size);
        this.most = config.maxPreparing();
        this.mostOfClient = config.maxPreparingPerClient();
    }

    /**
     * Runs a step, which answers on the caller's event loop; fails when too many wait already, of the client or of all.
     *
     * @param client who is the first to ask for it
     */
    <T> Future<T> run(String client, Callable<T> step) {
        if (byClient.merge(client, 1, Integer::sum) > mostOfClient) {
            oneLess(client);
            return Future.failedFuture(
                    RequestException.tooMany("Too many new operations of yours are being prepared; try again"));
        }
        if (underWay.incrementAndGet() > most) {
            ended(client);
            return Future.failedFuture(
                    RequestException.overloaded("Too many new operations are being prepared; try again"));
        }
        return threads.executeBlocking(step, false)
                .onComplete(_ -> ended(client))
                .map(result -> Objects.requireNonNull(result));
    }

    private void ended(String client) {
        underWay.decrementAndGet();
        oneLess(client);
    }

    private void oneLess(String client) {
        byClient.computeIfPresent(client, (_, own) -> own == 1 ? null : own - 1);
    }

    /** How many steps are run or wait. */
    int underWay() {
        return underWay.get();
    }

    @PreDestroy
    void close() {
        threads.close();
    }
}
