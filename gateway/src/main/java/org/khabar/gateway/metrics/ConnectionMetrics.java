package org.khabar.gateway.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;
import org.khabar.gateway.connection.OpenConnections;

/** Shows how many connections clients have open, and how many were closed at once because there were too many. */
@Singleton
class ConnectionMetrics {
    private final MeterRegistry registry;
    private final OpenConnections connections;

    ConnectionMetrics(MeterRegistry registry, OpenConnections connections) {
        this.registry = registry;
        this.connections = connections;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("khabar.gateway.connections", connections, OpenConnections::size)
                .description("Connections that clients have open")
                .register(registry);
        refused("all", OpenConnections::refused);
        refused("address", OpenConnections::refusedOfOneAddress);
    }

    private void refused(String bound, ToDoubleFunction<OpenConnections> count) {
        FunctionCounter.builder("khabar.gateway.connections.refused", connections, count)
                .description("Connections that were closed at once: too many in all, or from their address")
                .tag("bound", bound)
                .register(registry);
    }
}
