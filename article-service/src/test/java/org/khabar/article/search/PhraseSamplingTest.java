package org.khabar.article.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of the archive is read to count a phrase. */
class PhraseSamplingTest {

    @ParameterizedTest
    @CsvSource({"8, 64, 1", "8, 512, 8", "31, 512, 8", "32, 512, 64", "250, 512, 64", "251, 512, 512", "1999, 512, 512"
    })
    void theFinestPartIsReadThatHasNotTooMany(int found, int size, int factor) {
        assertThat(PhraseSampling.ofSample(found, size).factor()).isEqualTo(factor);
    }

    /** Found are as many as were looked for: there may be any number more. */
    @ParameterizedTest
    @CsvSource({"512, 4096", "64, 512"})
    void aPartThatHasTooManyItselfIsNotRead(int size, int factor) {
        assertThat(PhraseSampling.ofSample(2000, size).factor()).isEqualTo(factor);
    }
}
