package org.khabar.entity.graph;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** How long a bucket of a timeline is. Weeks begin on Monday, as ISO 8601 has it. */
public enum TimelineInterval {
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS);

    private final ChronoUnit unit;

    TimelineInterval(ChronoUnit unit) {
        this.unit = unit;
    }

    /** The first day of the bucket that a day is in. */
    LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    LocalDate plus(LocalDate start, long buckets) {
        return start.plus(buckets, unit);
    }

    /** How many buckets there are from one start to a later one. */
    long between(LocalDate start, LocalDate end) {
        return unit.between(start, end);
    }
}
