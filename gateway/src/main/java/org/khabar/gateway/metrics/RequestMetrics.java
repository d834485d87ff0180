package org.khabar.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.khabar.gateway.documents.Documents;
import org.khabar.gateway.http.RequestObserver;

/** Counts requests by how they ended, and times operations by name. */
@Singleton
public final class RequestMetrics implements RequestObserver {
    private final MeterRegistry registry;
    private final Map<String, Counter> requests = new ConcurrentHashMap<>();
    private final Map<Operation, Timer> operations = new ConcurrentHashMap<>();
    private final OperationNames names;

    @Inject
    RequestMetrics(MeterRegistry registry, MetricsConfig config, Documents documents) {
        this(registry, config, documents.trustedNames(), InstantSource.system());
    }

    RequestMetrics(MeterRegistry registry, MetricsConfig config, Set<String> trusted, InstantSource clock) {
        this.registry = registry;
        this.names =
                new OperationNames(trusted, config.maxOperationNames(), config.forgetNamesAfter(), clock, this::forget);
    }

    @Override
    public void answered(String outcome) {
        requests.computeIfAbsent(outcome, this::counter).increment();
    }

    @Override
    public void ran(String name, String kind, String outcome, Duration took) {
        operations
                .computeIfAbsent(new Operation(names.label(name), kind, outcome), this::timer)
                .record(took);
    }

    private void forget(String name) {
        operations.entrySet().removeIf(entry -> {
            boolean isMeant = entry.getKey().name().equals(name);
            if (isMeant) {
                registry.remove(entry.getValue());
            }
            return isMeant;
        });
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
