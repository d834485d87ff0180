package org.khabar.gateway.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.khabar.gateway.live.Connections;

/** Shows how many connections stay open and how many subscriptions they have. */
@Singleton
class LiveMetrics {
    private final MeterRegistry registry;
    private final Connections connections;

    LiveMetrics(MeterRegistry registry, Connections connections) {
        this.registry = registry;
        this.connections = connections;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("khabar.gateway.live.connections", connections, Connections::size)
                .description("Connections of clients that stay open")
                .register(registry);
        Gauge.builder("khabar.gateway.live.subscriptions", connections, Connections::subscriptions)
                .description("Subscriptions of clients")
                .register(registry);
    }
}
