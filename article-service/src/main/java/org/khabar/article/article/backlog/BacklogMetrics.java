package org.khabar.article.article.backlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Shows operators how far the search index and the stories are behind, and whether articles cannot be taken in. */
@Singleton
class BacklogMetrics {

    private static final Logger LOG = Logger.getLogger(BacklogMetrics.class);

    /** All numbers of one answer are of one look. */
    private static final long KNOWN_NANOS = Duration.ofSeconds(1).toNanos();

    private final MeterRegistry registry;
    private final BacklogStep step;
    private final Clock clock;
    private volatile Look last = new Look(null, System.nanoTime() - KNOWN_NANOS);

    private record Look(@Nullable BacklogState state, long atNanos) {}

    BacklogMetrics(MeterRegistry registry, BacklogStep step, Clock clock) {
        this.registry = registry;
        this.step = step;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("khabar.article.backlog.waiting", () -> read(BacklogState::waiting))
                .description(
                        "Articles of imports in bulk that are not in the search index and the stories yet, at most "
                                + BacklogState.MOST_COUNTED)
                .register(registry);
        Gauge.builder("khabar.article.backlog.failed", () -> read(BacklogState::failed))
                .description("Those of them that could not be taken in so far; table article_backlog says why")
                .register(registry);
        TimeGauge.builder("khabar.article.backlog.lag", () -> read(this::lagMillis), TimeUnit.MILLISECONDS)
                .description("How long the first of them has waited")
                .register(registry);
    }

    private double lagMillis(BacklogState state) {
        return state.oldest() == null
                ? 0
                : Math.max(0, Duration.between(state.oldest(), clock.instant()).toMillis());
    }

    private double read(ToDoubleFunction<BacklogState> number) {
        BacklogState state = look();
        return state == null ? Double.NaN : number.applyAsDouble(state);
    }

    private @Nullable BacklogState look() {
        Look known = last;
        if (System.nanoTime() - known.atNanos() >= KNOWN_NANOS) {
            known = new Look(readState(), System.nanoTime());
            last = known;
        }
        return known.state();
    }

    private @Nullable BacklogState readState() {
        try {
            return step.state();
        } catch (RuntimeException away) {
            LOG.debug("The backlog cannot be looked at", away);
            return null;
        }
    }
}
