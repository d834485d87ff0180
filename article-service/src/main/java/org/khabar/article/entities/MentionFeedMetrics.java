package org.khabar.article.entities;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Shows how old what is known of articles' entities may be. */
@Singleton
class MentionFeedMetrics {

    private final MeterRegistry registry;
    private final FollowerProgress progress;
    private final Clock clock;

    MentionFeedMetrics(MeterRegistry registry, FollowerProgress progress, Clock clock) {
        this.registry = registry;
        this.progress = progress;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        TimeGauge.builder("khabar.article.mentions.age", this, TimeUnit.MILLISECONDS, MentionFeedMetrics::age)
                .description("How long ago the mention feed last answered, with all that it said stored; none where"
                        + " another replica follows it")
                .register(registry);
    }

    private double age() {
        FollowerProgress.Snapshot snapshot = progress.get();
        boolean follows = snapshot.state() == FollowerProgress.State.FOLLOWING
                || snapshot.state() == FollowerProgress.State.RETRYING;
        return follows && snapshot.answeredAt() != null
                ? Duration.between(snapshot.answeredAt(), clock.instant()).toMillis()
                : Double.NaN;
    }
}
