package org.khabar.gateway.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of the heap requests may take when nothing is configured. */
class ProcessMemoryTest {
    private static final long MIB = 1 << 20;
    /** What 2,000 requests, 5,000 connections and 5,000 subscriptions have. */
    private static final long FREE = ProcessMemory.free(2000, 5000, 5000);

    @Test
    void whatIsFreeIsWhatTheReadmeSays() {
        assertThat(FREE).isEqualTo(2000L * 65_536 + 15_000L * 16_384).isEqualTo(376_832_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {512, 1024, 4096})
    void whatIsFreeAndTheBudgetLeaveAnEighthOfTheHeap(long heap) {
        long budget = ProcessMemory.budget(heap * MIB, FREE);
        assertThat(budget).isBetween(heap * MIB / 8, heap * MIB / 3);
        assertThat(budget + FREE).isLessThanOrEqualTo(heap * MIB / 8 * 7);
    }

    @Test
    void isAThirdWhereThatFits() {
        assertThat(ProcessMemory.budget(1536 * MIB, FREE)).isEqualTo(512 * MIB);
        assertThat(ProcessMemory.budget(384 * MIB, ProcessMemory.free(1000, 1000, 1000)))
                .isEqualTo(128 * MIB);
    }

    @Test
    void isAnEighthAtLeast() {
        assertThat(ProcessMemory.budget(256 * MIB, FREE)).isEqualTo(32 * MIB);
    }
}
