package org.khabar.gateway.shedding;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Measures how late the event loops are, and says when one must not be given more to do. */
@Singleton
public final class EventLoops {
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);

    private final Vertx vertx;
    private final long maxLag;
    private final Map<Thread, Lag> lags = new ConcurrentHashMap<>();
    private final List<Future<?>> timers = new CopyOnWriteArrayList<>();
    private final LongAdder shed = new LongAdder();

    EventLoops(Vertx vertx, SheddingConfig config) {
        this.vertx = vertx;
        this.maxLag = config.maxLag().toNanos();
    }

    /** Whether requests are ever turned away. */
    public boolean isOn() {
        return maxLag > 0;
    }

    /** Begins to measure, if requests are to be turned away at all. */
    public void start() {
        if (isOn()) {
            vertx.nettyEventLoopGroup().forEach(loop -> loop.execute(() -> measure(loop)));
        }
    }

    private void measure(EventExecutor loop) {
        Lag lag = new Lag(maxLag, System.nanoTime() + INTERVAL);
        lags.put(Thread.currentThread(), lag);
        // Each run is an interval after the one before, so that those missed in a pause are not made up for.
        timers.add(loop.scheduleWithFixedDelay(
                () -> {
                    long now = System.nanoTime();
                    lag.ran(now, now + INTERVAL);
                },
                INTERVAL,
                INTERVAL,
                TimeUnit.NANOSECONDS));
    }

    /** Whether the event loop that asks is too late to be given a request, which is then counted as turned away. */
    public boolean mustShed() {
        Lag lag = lags.get(Thread.currentThread());
        boolean mustShed = lag != null && lag.isTooLong(System.nanoTime());
        if (mustShed) {
            shed.increment();
        }
        return mustShed;
    }

    /** The lag of the event loop that is latest, which counts for no more than twice the bound. */
    public Duration lag() {
        long now = System.nanoTime();
        return Duration.ofNanos(
                lags.values().stream().mapToLong(lag -> lag.in(now)).max().orElse(0));
    }

    /** Requests that were turned away so far. */
    public long shed() {
        return shed.sum();
    }

    @PreDestroy
    void stop() {
        timers.forEach(timer -> timer.cancel(false));
    }
}
