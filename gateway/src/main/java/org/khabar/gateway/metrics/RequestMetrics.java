package org.khabar.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.khabar.gateway.http.RequestObserver;

/** Counts requests by how they ended, and times operations by name. */
@Singleton
public final class RequestMetrics implements RequestObserver {
    private final MeterRegistry registry;
    private final int maxNames;
    private final Map<String, Counter> requests = new ConcurrentHashMap<>();
    private final Map<Operation, Timer> operations = new ConcurrentHashMap<>();
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    RequestMetrics(MeterRegistry registry, MetricsConfig config) {
        this.registry = registry;
        this.maxNames = config.maxOperationNames();
    }

    @Override
    public void answered(String outcome) {
        requests.computeIfAbsent(outcome, this::counter).increment();
    }

    @Override
    public void ran(String name, String kind, String outcome, Duration took) {
        operations
                .computeIfAbsent(new Operation(label(name), kind, outcome), this::timer)
                .record(took);
    }

    /** Names come from clients: only so many become labels. */
    private String label(String name) {
        if (name.isEmpty()) {
            return "unnamed";
        }
        if (names.contains(name) || names.size() < maxNames && names.add(name)) {
            return name;
        }
        return "other";
    }

    private Timer timer(Operation operation) {
        return Timer.builder("khabar.gateway.operations")
                .description("Operations that were run, by name")
                .tag("operation", operation.name())
                .tag("kind", operation.kind())
                .tag("outcome", operation.outcome())
                .register(registry);
    }

    private record Operation(String name, String kind, String outcome) {}

    private Counter counter(String outcome) {
        return Counter.builder("khabar.gateway.requests")
                .description("GraphQL requests by how they ended")
                .tag("outcome", outcome)
                .register(registry);
    }
}
