package org.khabar.entity.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BurstTest {

    @Test
    void whatIsAlwaysInTheNewsIsNoTrend() {
        assertThat(Burst.of(10, 280, 28).score()).isZero();
    }

    @Test
    void aSuddenNameIsFurtherAboveItsPastThanAUsualOne() {
        assertThat(Burst.of(8, 0, 28).score())
                .isGreaterThan(Burst.of(18, 280, 28).score());
    }

    @Test
    void whatFallsOffIsBelowZero() {
        assertThat(Burst.of(1, 280, 28).score()).isNegative();
    }
}
