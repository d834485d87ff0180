package org.khabar.article.importing.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What has been understood of a date line so far; null for what has not. */
final class DateParts {

    /** Years of the Islamic calendar that pages can be from. */
    private static final int FIRST_HIJRI_YEAR = 1300;

    private static final int LAST_HIJRI_YEAR = 1500;

    @Nullable
    Integer year;

    @Nullable
    Integer month;

    @Nullable
    Integer day;

    @Nullable
    Integer hour;

    int minute;

    @Nullable
    ZoneId zone;

    /** Whether it is the date of a later change. */
    boolean update;

    /** Whether the figures of day and month could change places. */
    boolean eitherFirst;

    /** Whether a date of the Islamic calendar stood there as well. */
    boolean hijri;

    /** Whether there is enough of it: a day, or a time of day alone. */
    boolean isComplete() {
        boolean date = year != null && month != null && day != null;
        boolean timeOnly = year == null && month == null && hour != null;
        return date || timeOnly || isHijriAlone();
    }

    DateReading toReading() {
        if (isHijriAlone()) {
            return new DateReading.OtherCalendar();
        }
        try {
            LocalTime time = hour == null ? null : LocalTime.of(hour, minute);
            if (year == null || month == null || day == null) {
                return time == null ? new DateReading.Impossible() : timeOfDay(time);
            }
            return new DateReading.Stated(LocalDate.of(year, month, day), time, zone, update, eitherFirst);
        } catch (DateTimeException notInCalendar) {
            return new DateReading.Impossible();
        }
    }

    private boolean isHijriAlone() {
        boolean otherYear = year != null && year >= FIRST_HIJRI_YEAR && year <= LAST_HIJRI_YEAR;
        return otherYear || (hijri && year == null && month == null && day == null);
    }

    /** A time of the last change alone says no more of the publication than a distance in time. */
    private DateReading timeOfDay(LocalTime time) {
        return update ? new DateReading.Relative() : new DateReading.TimeOnly(time);
    }
}
