package org.khabar.article.importing.html;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.khabar.article.importing.draft.ImportWarning;
import org.khabar.article.importing.page.PageDate;

/**
 * Reads the times that pages state for machines: ISO 8601 in its usual variants and RFC 1123, else any date line. A time
 * without a zone is in the outlet's.
 */
final class PageTimes {

    private static final int MAX_LENGTH = 80;

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']HH:mm[:ss]")
            .optionalStart()
            .appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .optionalStart()
            .appendPattern("[' '][XXX][XX][X]")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private final ZoneId zone;
    private final Instant importTime;
    private final List<ImportWarning> warnings = new ArrayList<>();

    /** @param zone the outlet's */
    PageTimes(ZoneId zone, Instant importTime) {
        this.zone = zone;
        this.importTime = importTime;
    }

    /** What was odd about the times that were read. */
    List<ImportWarning> warnings() {
        return List.copyOf(warnings);
    }

    /** The instant that a text is. */
    Optional<Instant> read(String text) {
        String stripped = text.strip();
        if (stripped.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return iso(stripped)
                .or(() -> rfc1123(stripped))
                .or(() -> PageDate.read(stripped).map(date -> date.at(zone, importTime, warnings)));
    }

    Instant at(PageDate date) {
        return date.at(zone, importTime, warnings);
    }

    private Optional<Instant> iso(String text) {
        try {
            TemporalAccessor read = ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return Optional.of(
                    switch (read) {
                        case OffsetDateTime exact -> exact.toInstant();
                        case LocalDateTime local -> local.atZone(zone).toInstant();
                        default -> LocalDate.from(read).atStartOfDay(zone).toInstant();
                    });
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> rfc1123(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
