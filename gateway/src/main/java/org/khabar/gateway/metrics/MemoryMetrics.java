package org.khabar.gateway.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.khabar.gateway.memory.MemoryBudget;

/** Shows how much memory requests hold, how much they may, and how often they were refused more. */
@Singleton
class MemoryMetrics {
    private final MeterRegistry registry;
    private final MemoryBudget budget;

    MemoryMetrics(MeterRegistry registry, MemoryBudget budget) {
        this.registry = registry;
        this.budget = budget;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("khabar.gateway.memory.in.use", budget, MemoryBudget::inUse)
                .description("Memory that requests hold beyond what each has for free")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("khabar.gateway.memory.budget", budget, MemoryBudget::limit)
                .description("Memory that requests may hold beyond what each has for free")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("khabar.gateway.memory.client.limit", budget, MemoryBudget::limitPerClient)
                .description("Memory that the requests of one client may hold of that")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("khabar.gateway.memory.clients", budget, MemoryBudget::clients)
                .description("Clients that hold any of it")
                .register(registry);
        FunctionCounter.builder("khabar.gateway.memory.client.refused", budget, MemoryBudget::refusedToClients)
                .description("How often a client was refused memory because it held what one client may")
                .register(registry);
        FunctionCounter.builder("khabar.gateway.memory.refused", budget, MemoryBudget::refused)
                .description("How often requests were refused memory")
                .register(registry);
    }
}
