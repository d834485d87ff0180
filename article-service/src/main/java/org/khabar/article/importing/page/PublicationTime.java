package org.khabar.article.importing.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.draft.ImportWarning.Code;

/**
 * Makes an instant of a date line in its outlet's time zone, by the rules of the time zone database for that day (which
 * for Africa/Casablanca have the hour that goes back in Ramadan). A line without a time of day means its first moment.
 */
final class PublicationTime {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);
    private static final int FIRST_PLAUSIBLE_YEAR = 1850;

    private PublicationTime() {}

    /** @param stated whether the page says so */
    record Resolved(Instant instant, boolean stated) {}

    static Resolved resolve(PageHeader header, ZoneId outletZone, Instant importTime, DraftNotes notes) {
        return resolve(header.date(), header.dateLine(), outletZone, importTime, notes);
    }

    static Resolved resolve(
            DateReading.@Nullable Stated date,
            @Nullable PageLine line,
            ZoneId outletZone,
            Instant importTime,
            DraftNotes notes) {
        if (date == null) {
            notes.from("publishedAt", FieldOrigin.IMPORT_TIME);
            notes.warn(Code.MISSING_DATE, "The page has no date line; the time of the import is used.", null);
            return new Resolved(importTime, false);
        }
        ZoneId zone = date.zone() == null ? outletZone : date.zone();
        LocalTime time = date.time() == null ? LocalTime.MIN : date.time();
        LocalDate day = zone.getId().startsWith("America/") ? american(date, line, notes) : date.date();
        LocalDateTime local = LocalDateTime.of(day, time);
        warnOfTransition(local, zone.getRules(), line, notes);
        Instant instant = local.atZone(zone).toInstant();
        warnOfDate(date, instant, importTime, line, notes);
        return new Resolved(instant, true);
    }

    private static LocalDate american(DateReading.Stated date, @Nullable PageLine line, DraftNotes notes) {
        LocalDate day = date.monthFirst();
        if (!day.equals(date.date())) {
            notes.warn(
                    Code.AMBIGUOUS_TIME,
                    "The date line can mean %s and %s; the month is taken as first.".formatted(day, date.date()),
                    line);
        }
        return day;
    }

    private static void warnOfTransition(
            LocalDateTime local, ZoneRules rules, @Nullable PageLine line, DraftNotes notes) {
        int offsets = rules.getValidOffsets(local).size();
        if (offsets == 1) {
            return;
        }
        String message = offsets == 0
                ? "The clocks skipped %s; the time is taken as after the change.".formatted(local)
                : "The clocks showed %s twice; the first is taken.".formatted(local);
        notes.warn(Code.AMBIGUOUS_TIME, message, line);
    }

    private static void warnOfDate(
            DateReading.Stated date, Instant instant, Instant importTime, @Nullable PageLine line, DraftNotes notes) {
        if (instant.isAfter(importTime.plus(CLOCK_SKEW))) {
            notes.warn(Code.FUTURE_DATE, "The date line says %s, which is in the future.".formatted(instant), line);
        }
        if (date.date().getYear() < FIRST_PLAUSIBLE_YEAR) {
            notes.warn(Code.IMPLAUSIBLE_DATE, "The date line says %s.".formatted(date.date()), line);
        }
        if (date.update()) {
            notes.warn(Code.UPDATE_DATE_USED, "The page says only when it was last changed; that is used.", line);
        }
    }
}
