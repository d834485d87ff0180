package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverrideLabelsTest {

    @ParameterizedTest
    @CsvSource({
        "percent(25), 0.2499, true",
        "percent(25), 0.25, false",
        "percent(0), 0, false",
        "percent(100), 0.9999, true",
        "percent(0.5), 0.0049, true",
        "percent(0.5), 0.005, false"
    })
    void aPercentageIsDecidedByTheDraw(String label, double draw, boolean holds) {
        OverrideLabels labels = new OverrideLabels(Optional.empty(), () -> draw);

        assertThat(labels.choose(Set.of(label)).contains(label)).isEqualTo(holds);
    }

    @Test
    void aSmallerShareIsPartOfALargerOne() {
        OverrideLabels labels = new OverrideLabels(Optional.empty(), () -> 0.1);

        assertThat(labels.choose(Set.of("percent(5)", "percent(20)", "percent(50)")))
                .containsExactlyInAnyOrder("percent(20)", "percent(50)");
    }

    @Test
    void otherLabelsHoldOnlyWhenTheyAreConfigured() {
        OverrideLabels labels = new OverrideLabels(Optional.of(Set.of("moved", "elsewhere")), () -> 0);

        assertThat(labels.choose(Set.of("moved", "staying"))).containsExactly("moved");
    }
}
