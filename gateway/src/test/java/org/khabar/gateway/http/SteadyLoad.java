package org.khabar.gateway.http;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Several clients, each of which does the same thing again and again until it is told to stop. */
final class SteadyLoad implements AutoCloseable {
    private final AtomicBoolean goesOn = new AtomicBoolean(true);
    private final AtomicInteger done = new AtomicInteger();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Starts clients; one ends when its step says false. What a step throws is a failure. */
    void start(int clients, Callable<Callable<Boolean>> client) {
        for (int i = 0; i < clients; i++) {
            threads.submit(() -> run(client));
        }
    }

    @SuppressWarnings("IllegalCatch")
    private void run(Callable<Callable<Boolean>> client) {
        try {
            Callable<Boolean> step = client.call();
            while (goesOn.get() && step.call()) {
                done.incrementAndGet();
            }
        } catch (Throwable e) {
            failures.add(e);
        }
    }

    int done() {
        return done.get();
    }

    List<Throwable> failures() {
        return failures;
    }

    /** Lets the clients end what they are at. */
    void finish() throws InterruptedException {
        goesOn.set(false);
        threads.shutdown();
        if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
            failures.add(new IllegalStateException("A client still waits"));
        }
    }

    @Override
    public void close() {
        goesOn.set(false);
        threads.shutdownNow();
    }
}
