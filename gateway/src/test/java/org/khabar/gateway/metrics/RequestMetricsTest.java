package org.khabar.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestMetricsTest {

    @Test
    void onlySoManyOperationsAreToldApart() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        RequestMetrics metrics = new RequestMetrics(registry, () -> 2);

        for (String name : List.of("Front", "Archive", "Third", "Fourth", "Front", "")) {
            metrics.ran(name, "query", "OK", Duration.ofMillis(3));
        }

        assertThat(registry.find("khabar.gateway.operations").timers().stream()
                        .map(timer -> timer.getId().getTag("operation") + " " + timer.count()))
                .containsExactlyInAnyOrder("Front 2", "Archive 1", "other 2", "unnamed 1");
        assertThat(registry.find("khabar.gateway.operations").timers().stream().mapToLong(Timer::count))
                .containsOnly(1L, 2L);
    }
}
