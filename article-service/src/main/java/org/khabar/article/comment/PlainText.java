package org.khabar.article.comment;

import org.khabar.article.failure.RequestFailure;
import org.khabar.article.text.StorableText;

/**
 * A text that people write in a form: kept as it is, apart from white space around it, and never read as markup. What
 * could hide or turn around text on a page is refused: control characters other than line breaks and tabs, and the
 * overrides of direction (U+202D, U+202E).
 */
final class PlainText {

    private PlainText() {}

    /**
     * The text without white space around it.
     *
     * @param name what the text is, for messages
     * @param maxLength in UTF-16 code units
     * @throws RequestFailure saying what is wrong with the text and where
     */
    static String checked(String name, String text, int maxLength, int maxLines) {
        String stripped = text.strip();
        if (stripped.length() > maxLength) {
            throw RequestFailure.limitExceeded(
                    "The %s has %d characters; the limit is %d.".formatted(name, stripped.length(), maxLength));
        }
        refuseUnfit(name, text);
        if (stripped.codePoints().noneMatch(PlainText::isSeen)) {
            throw RequestFailure.badInput("The %s is empty.".formatted(name));
        }
        long lines = stripped.lines().count();
        if (lines > maxLines) {
            throw RequestFailure.limitExceeded(
                    "The %s has %d lines; the limit is %d.".formatted(name, lines, maxLines));
        }
        return stripped;
    }

    private static void refuseUnfit(String name, String text) {
        int half = StorableText.indexOfLoneSurrogate(text);
        if (half >= 0) {
            throw RequestFailure.badInput("The %s holds half of a character at index %d.".formatted(name, half));
        }
        for (int i = 0; i < text.length(); i++) {
            if (isUnfit(text.charAt(i))) {
                throw RequestFailure.badInput("The %s holds the control character U+%04X at index %d."
                        .formatted(name, (int) text.charAt(i), i));
            }
        }
    }

    private static boolean isUnfit(char character) {
        return switch (character) {
            case '\n', '\r', '\t' -> false;
            case '\u202D', '\u202E' -> true;
            default -> Character.isISOControl(character);
        };
    }

    private static boolean isSeen(int point) {
        return !Character.isWhitespace(point)
                && !Character.isSpaceChar(point)
                && Character.getType(point) != Character.FORMAT;
    }
}
