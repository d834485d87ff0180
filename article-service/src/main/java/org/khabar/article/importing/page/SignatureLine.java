package org.khabar.article.importing.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line that says when or by whom a page was published, or both: {@code Par Salma Idrissi le 05/03/2025 à 18h10}.
 *
 * @param date what it says of the time
 * @param byline what it says of the author
 */
record SignatureLine(@Nullable DateReading date, @Nullable Byline byline) {

    private static final int MAX_WORDS = 20;
    private static final int MAX_SPLITS = 12;
    private static final int MAX_OTHER_WORDS = 3;
    private static final int MIN_NAME_WORDS = 2;

    /** Reads a line that is nothing but a date, a byline, or one beside the other. */
    static Optional<SignatureLine> read(PageLine line, BylineReader bylines) {
        if (line.words() > MAX_WORDS) {
            return Optional.empty();
        }
        Optional<DateReading> date = DateReader.readFolded(line.folded());
        if (date.isPresent()) {
            return date.map(reading -> new SignatureLine(reading, null));
        }
        Optional<SignatureLine> both = line.hasGap() ? Optional.empty() : readBoth(line, bylines);
        return both.isPresent() ? both : bylines.read(line).map(byline -> new SignatureLine(null, byline));
    }

    private static Optional<SignatureLine> readBoth(PageLine line, BylineReader bylines) {
        String text = line.text();
        if (!hasYear(line.folded()) || !DateWords.of(line.folded()).canHoldDate()) {
            return Optional.empty();
        }
        DateWords words = DateWords.of(text);
        int tried = 0;
        for (int i = 1; i < text.length() - 1 && tried < MAX_SPLITS; i++) {
            if (!isBetweenWords(text, i) || (words.isUnknownBehind(i) && words.isUnknownBefore(i))) {
                continue;
            }
            Optional<SignatureLine> split = split(text, i, words, bylines);
            if (split.isPresent()) {
                return split;
            }
            tried++;
        }
        return Optional.empty();
    }

    private static boolean isBetweenWords(String text, int i) {
        return isGap(text.charAt(i)) && !isGap(text.charAt(i - 1));
    }

    private static boolean isGap(char c) {
        return Character.isWhitespace(c) || "|–—•".indexOf(c) >= 0;
    }

    /** Where one side of an index is a date and the other a byline; a side with words that no date has is no date. */
    private static Optional<SignatureLine> split(String text, int index, DateWords words, BylineReader bylines) {
        String left = text.substring(0, index);
        String right = text.substring(index);
        Optional<SignatureLine> dateLast =
                words.isUnknownBehind(index) ? Optional.empty() : combine(right, left, bylines);
        return dateLast.isPresent() || words.isUnknownBefore(index) ? dateLast : combine(left, right, bylines);
    }

    private static Optional<SignatureLine> combine(String datePart, String bylinePart, BylineReader bylines) {
        if (!hasYear(datePart)) {
            return Optional.empty();
        }
        Optional<DateReading> date = DateReader.read(datePart).filter(DateReading.Stated.class::isInstance);
        if (date.isEmpty()) {
            return Optional.empty();
        }
        return bylines.read(withoutSeparators(bylinePart)).map(byline -> new SignatureLine(date.get(), byline));
    }

    /**
     * Reads a line that stands where dates stand, right below a headline, and holds one beside words that need not be a
     * byline: a name without a label, a place and an agency, a station's city.
     */
    static Optional<SignatureLine> readBelowHeadline(PageLine line) {
        DateWords words = DateWords.of(line.text());
        boolean date = line.words() <= MAX_WORDS
                && words.canHoldDate()
                && words.unknowns() > 0
                && words.unknowns() <= Math.max(MAX_OTHER_WORDS, words.numbers())
                && hasYear(line.folded())
                && !line.endsStatement();
        if (!date) {
            return Optional.empty();
        }
        String known = words.longestKnown(line.text());
        DateReading reading = DateReader.read(withoutSeparators(known))
                .filter(DateReading.Stated.class::isInstance)
                .orElse(null);
        return reading == null
                ? Optional.empty()
                : Optional.of(new SignatureLine(reading, besideDate(line.text(), known)));
    }

    /** A name on one side of a date with nothing on the other; a source that we know. */
    private static @Nullable Byline besideDate(String text, String date) {
        int start = text.indexOf(date);
        String before = withoutSeparators(text.substring(0, start));
        String after = withoutSeparators(text.substring(start + date.length()));
        if (Credits.isCredit(after)) {
            return new Byline(null, false, after, null, Byline.Certainty.KNOWN_NAMES);
        }
        String name = before.isEmpty() ? after : after.isEmpty() ? before : "";
        return NameForm.isName(name, MIN_NAME_WORDS) && !NewsroomCities.isCity(name) ? Byline.ofPerson(name) : null;
    }

    private static String withoutSeparators(String part) {
        int start = 0;
        int end = part.length();
        while (start < end && isSeparator(part.charAt(start))) {
            start++;
        }
        while (end > start && isSeparator(part.charAt(end - 1))) {
            end--;
        }
        return part.substring(start, end);
    }

    private static boolean isSeparator(char c) {
        return Character.isWhitespace(c) || "|–—-•·,،/:()[]".indexOf(c) >= 0;
    }

    /** Whether a text can hold the year of a date, which a cheap look at its figures tells. */
    private static boolean hasYear(String text) {
        int run = 0;
        int runs = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean digit = Character.isDigit(text.charAt(i));
            run = digit ? run + 1 : 0;
            runs += run == 1 ? 1 : 0;
            if (run == 4 || runs == 3) {
                return true;
            }
        }
        return false;
    }
}
