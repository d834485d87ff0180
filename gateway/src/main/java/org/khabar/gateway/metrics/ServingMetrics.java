package org.khabar.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.khabar.gateway.schema.Refusal;
import org.khabar.gateway.schema.ServedSchema;
import org.khabar.gateway.schema.ServingObserver;

/** Counts and times plans and fetches, and hands on what concerns schemas. */
@Singleton
public final class ServingMetrics implements ServingObserver {
    private final SchemaMetrics schemas;
    private final MeterRegistry registry;
    private final Counter planHits;
    private final Counter planMisses;
    private final Timer planning;
    private final Map<Fetch, Timer> fetches = new ConcurrentHashMap<>();

    ServingMetrics(SchemaMetrics schemas, MeterRegistry registry) {
        this.schemas = schemas;
        this.registry = registry;
        this.planHits = lookups("hit");
        this.planMisses = lookups("miss");
        this.planning = Timer.builder("khabar.gateway.planning")
                .description("Time to plan an operation that has no plan yet")
                .register(registry);
    }

    private Counter lookups(String result) {
        return Counter.builder("khabar.gateway.plan.cache.lookups")
                .description("Operations whose plan was there (hit) or had to be made (miss)")
                .tag("result", result)
                .register(registry);
    }

    @Override
    public void accepted(ServedSchema schema) {
        schemas.accepted(schema);
    }

    @Override
    public void refused(List<Refusal> reasons) {
        schemas.refused(reasons);
    }

    @Override
    public void settled() {
        schemas.settled();
    }

    @Override
    public void planFound() {
        planHits.increment();
    }

    @Override
    public void planMade(Duration took) {
        planMisses.increment();
        planning.record(took);
    }

    @Override
    public void fetched(String subgraph, String outcome, Duration took) {
        fetches.computeIfAbsent(new Fetch(subgraph, outcome), this::timer).record(took);
    }

    private Timer timer(Fetch fetch) {
        return Timer.builder("khabar.gateway.fetches")
                .description("Fetches from subgraphs by how they ended")
                .tag("subgraph", fetch.subgraph())
                .tag("outcome", fetch.outcome())
                .register(registry);
    }

    private record Fetch(String subgraph, String outcome) {}
}
