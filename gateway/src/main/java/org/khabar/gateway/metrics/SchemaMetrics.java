package org.khabar.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.digest.Sha256;
import org.khabar.gateway.schema.Refusal;
import org.khabar.gateway.schema.ServedSchema;

/** Which schema is served, since when, and what was refused. */
@Singleton
class SchemaMetrics {
    private static final int HASH_DIGITS = 12;

    private final MeterRegistry registry;
    private final Counter accepted;
    private final MultiGauge info;
    private final List<Gauge> gauges;
    private volatile @Nullable Served served;
    private volatile int refusing;

    SchemaMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.accepted = Counter.builder("khabar.gateway.schema.accepted")
                .description("Schemas taken into service")
                .register(registry);
        this.info = MultiGauge.builder("khabar.gateway.schema.info")
                .description("The schema that is served, by the start of its SHA-256")
                .register(registry);
        this.gauges = List.of(
                Gauge.builder("khabar.gateway.schema.serving", this, metrics -> metrics.served == null ? 0 : 1)
                        .description("1 once a schema is served")
                        .register(registry),
                Gauge.builder("khabar.gateway.schema.refusing", this, metrics -> metrics.refusing)
                        .description("Reasons for which the newest schema is refused right now; 0 when all is well")
                        .register(registry),
                TimeGauge.builder("khabar.gateway.schema.age", this, TimeUnit.SECONDS, SchemaMetrics::age)
                        .description("How long the schema has been served")
                        .register(registry),
                Gauge.builder("khabar.gateway.plan.cache.size", this, SchemaMetrics::plans)
                        .description("Plans that are kept for the schema that is served")
                        .register(registry));
    }

    /** The registry may outlive this object, and would go on to read it. */
    @PreDestroy
    void close() {
        gauges.forEach(registry::remove);
        info.register(List.of(), true);
    }

    void accepted(ServedSchema schema) {
        served = new Served(schema, Instant.now());
        refusing = 0;
        accepted.increment();
        Tags tags = Tags.of("hash", Sha256.hex(schema.supergraph().sdl()).substring(0, HASH_DIGITS));
        info.register(List.of(MultiGauge.Row.of(tags, 1)), true);
    }

    void refused(List<Refusal> reasons) {
        refusing = reasons.size();
        reasons.stream()
                .map(Refusal::code)
                .distinct()
                .forEach(code -> Counter.builder("khabar.gateway.schema.refused")
                        .description("Schemas refused, by the rule that is broken; a schema counts once for each rule")
                        .tag("code", code)
                        .register(registry)
                        .increment());
    }

    void settled() {
        refusing = 0;
    }

    private double age() {
        Served now = served;
        return now == null ? 0 : Duration.between(now.since(), Instant.now()).toMillis() / 1000.0;
    }

    private double plans() {
        Served now = served;
        return now == null ? 0 : now.schema().plans().size();
    }

    private record Served(ServedSchema schema, Instant since) {}
}
