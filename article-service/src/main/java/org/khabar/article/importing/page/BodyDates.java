package org.khabar.article.importing.page;

import java.util.List;
import java.util.Optional;
import org.khabar.article.importing.draft.LeftOutReason;

/**
 * Lines in the text that are dates and nothing else. In a chronology they are headings and stay. One near the top is the
 * page's date when it has no other; a distance in time ("منذ ساعتين") says nothing once the page is copied.
 */
final class BodyDates {

    private static final int TOP_ELEMENTS = 3;

    private final PageHeader header;
    private final List<PageLine> lines;
    private final Signatures signatures;
    private final DraftNotes notes;
    private final long dates;

    BodyDates(PageHeader header, List<PageLine> lines, Signatures signatures, DraftNotes notes) {
        this.header = header;
        this.lines = lines;
        this.signatures = signatures;
        this.notes = notes;
        dates = lines.stream().filter(line -> stated(line).isPresent()).count();
    }

    /** Whether the line at an index, which comes after so many elements of the text, is no part of it. */
    boolean take(int index, int elements) {
        PageLine line = lines.get(index);
        DateReading reading = signatures.read(line).map(SignatureLine::date).orElse(null);
        if (reading instanceof DateReading.Relative || reading instanceof DateReading.OtherCalendar) {
            notes.leaveOut(line, LeftOutReason.OTHER_DATE);
            return true;
        }
        boolean place = dates == 1 && elements <= TOP_ELEMENTS && !header.hasDate();
        SignatureLine signature = place ? stated(line).orElse(null) : null;
        if (signature == null || !(signature.date() instanceof DateReading.Stated date)) {
            return false;
        }
        boolean isDate = header.offerDate(date, line);
        boolean isByline = signature.byline() != null && header.offerByline(signature.byline(), line);
        if (!isDate && !isByline) {
            notes.leaveOut(line, LeftOutReason.OTHER_DATE);
        }
        return true;
    }

    private Optional<SignatureLine> stated(PageLine line) {
        return signatures.read(line).filter(read -> read.date() instanceof DateReading.Stated);
    }
}
