package org.khabar.article.search;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** Stretches of time by the calendar. Weeks begin on Monday (ISO 8601). */
public enum SearchInterval {
    DAY,
    WEEK,
    MONTH,
    YEAR;

    /** When the stretch began that an instant lies in, by the calendar and the clocks of a zone. */
    Instant startOf(Instant instant, ZoneId zone) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        LocalDate start = switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
        return start.atStartOfDay(zone).toInstant();
    }
}
