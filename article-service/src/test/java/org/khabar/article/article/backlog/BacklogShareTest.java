package org.khabar.article.article.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of its time goes into the backlog while articles are imported. */
class BacklogShareTest {

    @ParameterizedTest
    @CsvSource({"100, 0", "50, 80", "25, 240", "1, 7920"})
    void restsInProportionToItsWork(int share, long pauseMillis) {
        assertThat(BacklogShare.of(share).pauseAfter(Duration.ofMillis(80))).isEqualTo(Duration.ofMillis(pauseMillis));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void isAPercentage(int share) {
        assertThatThrownBy(() -> BacklogShare.of(share)).hasMessageContaining("khabar.backlog.share");
    }
}
