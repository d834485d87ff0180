package org.khabar.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.khabar.gateway.http.RequestObserver;

/** Counts requests by how they ended. */
@Singleton
public final class RequestMetrics implements RequestObserver {
    private final MeterRegistry registry;
    private final Map<String, Counter> requests = new ConcurrentHashMap<>();

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void answered(String outcome) {
        requests.computeIfAbsent(outcome, this::counter).increment();
    }

    private Counter counter(String outcome) {
        return Counter.builder("khabar.gateway.requests")
                .description("GraphQL requests by how they ended")
                .tag("outcome", outcome)
                .register(registry);
    }
}
