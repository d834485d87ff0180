package org.khabar.article.importing.page;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a date line says. */
sealed interface DateReading {

    /**
     * A date that exists.
     *
     * @param time null when only the day is given
     * @param zone the zone that the line names, null for the outlet's
     * @param update whether it is the date of a later change
     * @param eitherFirst whether the figures of day and month could change places
     */
    record Stated(
            LocalDate date,
            @Nullable LocalTime time,
            @Nullable ZoneId zone,
            boolean update,
            boolean eitherFirst) implements DateReading {

        Stated(LocalDate date, @Nullable LocalTime time, @Nullable ZoneId zone, boolean update) {
            this(date, time, zone, update, false);
        }

        /** The date with the month first, as American outlets write it. */
        LocalDate monthFirst() {
            boolean swapped = eitherFirst && date.getDayOfMonth() <= 12;
            return swapped ? LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue()) : date;
        }
    }

    /** Only a time of day, which goes with a date next to it. */
    record TimeOnly(LocalTime time) implements DateReading {}

    /** The form of a date, and no day of the calendar or time of the day. */
    record Impossible() implements DateReading {}

    /** A day of the Islamic calendar alone, whose day in the other depends on who saw the moon. */
    record OtherCalendar() implements DateReading {}

    /** A distance from the time when the page was scraped, which is not known. */
    record Relative() implements DateReading {}
}
