package org.khabar.gateway.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.khabar.gateway.shedding.EventLoops;

/** Shows how late the event loops are, and how many requests were turned away for it. */
@Singleton
class SheddingMetrics {
    private final MeterRegistry registry;
    private final EventLoops loops;

    SheddingMetrics(MeterRegistry registry, EventLoops loops) {
        this.registry = registry;
        this.loops = loops;
    }

    void start(@Observes StartupEvent event) {
        TimeGauge.builder(
                        "khabar.gateway.event.loop.lag",
                        loops,
                        TimeUnit.NANOSECONDS,
                        all -> all.lag().toNanos())
                .description("How late the event loop is that is latest")
                .register(registry);
        FunctionCounter.builder("khabar.gateway.shed", loops, EventLoops::shed)
                .description("Requests that were turned away because their event loop was late")
                .register(registry);
    }
}
