package org.khabar.entity.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.graph.TimelineBucket.OutletShare;

class TimelineTest {

    private static final UUID ENTITY = new UUID(0, 1);

    @Test
    void hasABucketForEachIntervalAndNoGap() {
        Timeline days = Timeline.of(TimelineInterval.DAY, LocalDate.of(2025, 2, 27), LocalDate.of(2025, 3, 2), 10);

        assertThat(days.fill(List.of(
                        new BucketCount(ENTITY, LocalDate.of(2025, 3, 1), "hespress", 2, 5),
                        new BucketCount(ENTITY, LocalDate.of(2025, 3, 1), "alaraby", 3, 4))))
                .containsExactly(
                        new TimelineBucket(LocalDate.of(2025, 2, 27), 0, 0, List.of()),
                        new TimelineBucket(LocalDate.of(2025, 2, 28), 0, 0, List.of()),
                        new TimelineBucket(
                                LocalDate.of(2025, 3, 1),
                                5,
                                9,
                                List.of(new OutletShare("alaraby", 3, 4), new OutletShare("hespress", 2, 5))),
                        new TimelineBucket(LocalDate.of(2025, 3, 2), 0, 0, List.of()));
    }

    @Test
    void weeksBeginOnMondayAndMonthsOnTheirFirst() {
        LocalDate sunday = LocalDate.of(2025, 3, 2);

        assertThat(Timeline.of(TimelineInterval.WEEK, sunday, sunday, 1).start())
                .isEqualTo(LocalDate.of(2025, 2, 24));
        assertThat(Timeline.of(TimelineInterval.MONTH, sunday, sunday, 1).end()).isEqualTo(LocalDate.of(2025, 4, 1));
    }

    @Test
    void ofMoreBucketsThanTheLimitIsRefusedBeforeAnythingIsRead() {
        assertThatThrownBy(() ->
                        Timeline.of(TimelineInterval.DAY, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 11), 10))
                .isInstanceOf(RequestFailure.class)
                .hasMessage(
                        "The timeline has 11 buckets; the limit is 10. Ask for a shorter time or longer intervals.");
    }

    @Test
    void thatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(
                        () -> Timeline.of(TimelineInterval.DAY, LocalDate.of(2025, 1, 2), LocalDate.of(2025, 1, 1), 10))
                .hasMessage("to is 2025-01-01, which is before from, 2025-01-02.");
    }
}
