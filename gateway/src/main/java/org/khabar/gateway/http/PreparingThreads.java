package org.khabar.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where new operations are prepared, beside the event loops. That takes nothing but processor time, so a flood of new
 * operations has a few threads to itself, waits in a bounded queue, and leaves the operations that are known alone.
 */
@Singleton
class PreparingThreads {
    private final WorkerExecutor threads;
    private final int most;
    private final AtomicInteger underWay = new AtomicInteger();

    PreparingThreads(Vertx vertx, HttpConfig config) {
        int size = config.preparingThreads().orElse(Runtime.getRuntime().availableProcessors());
        this.threads = vertx.createSharedWorkerExecutor("preparing", size);
        this.most = config.maxPreparing();
    }

    /** Runs a step, which answers on the caller's event loop; fails when too many wait already. */
    <T> Future<T> run(Callable<T> step) {
        if (underWay.incrementAndGet() > most) {
            underWay.decrementAndGet();
            return Future.failedFuture(
                    RequestException.overloaded("Too many new operations are being prepared; try again"));
        }
        return threads.executeBlocking(step, false)
                .onComplete(_ -> underWay.decrementAndGet())
                .map(result -> Objects.requireNonNull(result));
    }

    @PreDestroy
    void close() {
        threads.close();
    }
}
