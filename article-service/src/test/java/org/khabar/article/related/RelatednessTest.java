package org.khabar.article.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RelatednessTest {

    private static final Instant NOON = Instant.parse("2025-03-11T12:00:00Z");

    @Test
    void entitiesCountThreeTimesAsMuchAsWords() {
        assertThat(Relatedness.likeness(1, 0)).isEqualTo(0.75);
        assertThat(Relatedness.likeness(0, 1)).isEqualTo(0.25);
        assertThat(Relatedness.likeness(1, 1)).isEqualTo(1);
    }

    @Test
    void timeCountsTheSameInBothDirections() {
        Duration month = Duration.ofDays(30);
        assertThat(Relatedness.decay(NOON, NOON, month)).isEqualTo(1);
        assertThat(Relatedness.decay(NOON, NOON.plus(month), month)).isEqualTo(0.5, within(1e-9));
        assertThat(Relatedness.decay(NOON.plus(month), NOON, month)).isEqualTo(0.5, within(1e-9));
        assertThat(Relatedness.decay(NOON, NOON.plus(month.multipliedBy(3)), month))
                .isEqualTo(0.125, within(1e-9));
    }

    @Test
    void headlinesShareWordsWithAndWithoutTheArticle() {
        assertThat(Relatedness.sharedWords("ارتفاع حقينه السدود", "السدود تنتعش بعد ارتفاع التساقطات"))
                .isEqualTo(2.0 / 3, within(1e-9));
        assertThat(Relatedness.sharedWords("سدود", "السدود")).isEqualTo(1);
        assertThat(Relatedness.sharedWords("في من", "في من")).isZero();
        assertThat(Relatedness.sharedWords("", "خبر")).isZero();
    }
}
