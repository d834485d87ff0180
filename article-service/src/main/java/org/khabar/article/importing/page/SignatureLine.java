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

    /** Reads a line that is nothing but a date, a byline, or one beside the other. */
    static Optional<SignatureLine> read(PageLine line, BylineReader bylines) {
        if (line.words() > MAX_WORDS) {
            return Optional.empty();
        }
        Optional<DateReading> date = DateReader.read(line.text());
        if (date.isPresent()) {
            return date.map(reading -> new SignatureLine(reading, null));
        }
        Optional<SignatureLine> both = readBoth(line.text(), bylines);
        return both.isPresent() ? both : bylines.read(line).map(byline -> new SignatureLine(null, byline));
    }

    private static Optional<SignatureLine> readBoth(String text, BylineReader bylines) {
        if (text.codePoints().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        for (int i = 1; i < text.length() - 1; i++) {
            if (!isBetweenWords(text, i)) {
                continue;
            }
            Optional<SignatureLine> split = split(text.substring(0, i), text.substring(i), bylines);
            if (split.isPresent()) {
                return split;
            }
        }
        return Optional.empty();
    }

    private static boolean isBetweenWords(String text, int i) {
        return Character.isWhitespace(text.charAt(i)) || "|–—•".indexOf(text.charAt(i)) >= 0;
    }

    private static Optional<SignatureLine> split(String left, String right, BylineReader bylines) {
        Optional<SignatureLine> dateLast = combine(right, left, bylines);
        return dateLast.isPresent() ? dateLast : combine(left, right, bylines);
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
