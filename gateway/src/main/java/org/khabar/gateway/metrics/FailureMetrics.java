package org.khabar.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.khabar.gateway.http.CircuitState;
import org.khabar.gateway.http.FailureObserver;

/** Which subgraphs are left alone, and how many fetches were repeated or not sent. */
@Singleton
public final class FailureMetrics implements FailureObserver {
    private final MeterRegistry registry;
    private final Map<String, CircuitState> states = new ConcurrentHashMap<>();
    private final Map<String, Gauge> gauges = new ConcurrentHashMap<>();

    FailureMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void repeated(String subgraph) {
        Counter.builder("khabar.gateway.fetches.repeated")
                .description("Fetches that were sent a second time")
                .tag("subgraph", subgraph)
                .register(registry)
                .increment();
    }

    @Override
    public void spared(String subgraph) {
        Counter.builder("khabar.gateway.fetches.spared")
                .description("Fetches that were not sent because the circuit is open")
                .tag("subgraph", subgraph)
                .register(registry)
                .increment();
    }

    @Override
    public void changed(String subgraph, CircuitState state) {
        states.put(subgraph, state);
        gauges.computeIfAbsent(subgraph, this::gauge);
    }

    private Gauge gauge(String subgraph) {
        return Gauge.builder(
                        "khabar.gateway.circuit.state",
                        states,
                        all -> value(all.getOrDefault(subgraph, CircuitState.CLOSED)))
                .description("Whether a subgraph is asked: 0 yes, 1 it is being tried, 2 no")
                .tag("subgraph", subgraph)
                .register(registry);
    }

    private static double value(CircuitState state) {
        return switch (state) {
            case CLOSED -> 0;
            case HALF_OPEN -> 1;
            case OPEN -> 2;
        };
    }

    /** The registry may outlive this object, and would go on to read it. */
    @PreDestroy
    void close() {
        gauges.values().forEach(registry::remove);
    }
}
