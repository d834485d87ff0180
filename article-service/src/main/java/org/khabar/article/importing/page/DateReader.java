package org.khabar.article.importing.page;

import java.util.Optional;
import org.khabar.article.text.Folding;

/**
 * Reads text that is a date and nothing else: every word must belong to it. Numeric dates are day first, as all outlets
 * in question write them, unless only month first can be. What has been understood is taken out of the text, part by part:
 * the figures of a date, a zone, a time of day, and then the words that are left.
 */
final class DateReader {

    private static final int MAX_LENGTH = 160;

    /** How many words can be none of dates only because they were copied without the blank between them. */
    private static final int MAX_GLUED_WORDS = 2;

    private DateReader() {}

    /** What a text says, when it is a date or a time of day and nothing else. */
    static Optional<DateReading> read(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return readFolded(Folding.fold(text));
    }

    /** The same of a folded text. */
    static Optional<DateReading> readFolded(String folded) {
        if (folded.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (RelativeDate.is(folded)) {
            return Optional.of(new DateReading.Relative());
        }
        DateWords words = DateWords.of(folded);
        if (!words.canHoldDate() || words.unknowns() > MAX_GLUED_WORDS) {
            return Optional.empty();
        }
        String parted = PartedDate.part(folded);
        return DateWords.of(parted).canBeDate() ? readParts(parted) : Optional.empty();
    }

    private static Optional<DateReading> readParts(String folded) {
        DateParts parts = new DateParts();
        if (IsoDate.take(folded, parts)) {
            return Optional.of(parts.toReading());
        }
        String labelled = UpdateLabel.cut(folded, parts);
        String rest = HijriDates.cutNumeric(labelled);
        parts.hijri = !rest.equals(labelled);
        rest = NumericDate.take(rest, parts);
        rest = StatedZone.take(rest, parts);
        rest = ClockTime.take(rest, parts);
        boolean understood = new DateLineWords(parts).take(rest) && parts.isComplete();
        return understood ? Optional.of(parts.toReading()) : Optional.empty();
    }
}
