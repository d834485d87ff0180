package org.khabar.entity.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SignificanceTest {

    /** The first line of table 2 of Dunning's paper: "the swiss", as published to two decimals. */
    @Test
    void isTheRatioThatDunningPublished() {
        assertThat(Significance.of(110, 2552, 221, 31777)).isCloseTo(270.72, within(0.01));
    }

    @Test
    void isZeroWhereTogetherIsWhatChanceWouldHave() {
        assertThat(Significance.of(10, 100, 100, 1000)).isCloseTo(0, within(1e-6));
    }

    @Test
    void isNegativeWhereTheyAvoidEachOther() {
        assertThat(Significance.of(0, 100, 100, 1000)).isNegative();
    }

    @Property
    void isTheSameForBothAndANumberEvenForCountsThatDisagree(
            @ForAll @IntRange(max = 1000) int both,
            @ForAll @IntRange(max = 1000) int one,
            @ForAll @IntRange(max = 1000) int other,
            @ForAll @IntRange(max = 3000) int all) {
        assertThat(Significance.of(both, one, other, all))
                .isFinite()
                .isCloseTo(Significance.of(both, other, one, all), within(1e-6));
    }
}
