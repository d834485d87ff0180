package org.khabar.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestMetricsTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private record Config(int maxOperationNames, Duration forgetNamesAfter) implements MetricsConfig {}

    private RequestMetrics metrics(SimpleMeterRegistry registry, int most, String... trusted) {
        return new RequestMetrics(registry, new Config(most, Duration.ofHours(1)), Set.of(trusted), () -> now);
    }

    private static void run(RequestMetrics metrics, String... names) {
        for (String name : names) {
            metrics.ran(name, "query", "OK", Duration.ofMillis(3));
        }
    }

    private static List<String> labels(SimpleMeterRegistry registry) {
        return registry.find("khabar.gateway.operations").timers().stream()
                .map(timer -> String.valueOf(timer.getId().getTag("operation")))
                .toList();
    }

    @Test
    void aLabelIsOnlySoLong() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        run(metrics(registry, 5), "N".repeat(100_001), "N".repeat(100_002));

        assertThat(labels(registry)).containsExactly("N".repeat(100));
    }

    @Test
    void trustedOperationsHaveTheirPlacesWhoeverComesFirst() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        RequestMetrics metrics = metrics(registry, 1, "Front", "Archive");
        run(metrics, "Squat", "Other", "Front", "Archive");

        assertThat(labels(registry)).containsExactlyInAnyOrder("Squat", "other", "Front", "Archive");
    }

    @Test
    void aNameThatIsNotUsedLosesItsPlaceAndItsSeries() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        RequestMetrics metrics = metrics(registry, 2);
        run(metrics, "Squat", "Used", "Front");
        now = now.plus(Duration.ofMinutes(40));
        run(metrics, "Used", "Front");
        assertThat(labels(registry)).containsExactlyInAnyOrder("Squat", "Used", "other");

        now = now.plus(Duration.ofMinutes(30));
        run(metrics, "Front", "Squat");

        assertThat(labels(registry)).containsExactlyInAnyOrder("Used", "Front", "other");
    }

    @Test
    void onlySoManyOperationsAreToldApart() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        RequestMetrics metrics = metrics(registry, 2);

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
