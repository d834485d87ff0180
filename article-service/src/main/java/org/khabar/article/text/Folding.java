package org.khabar.article.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds spellings that readers take for the same: presentation forms and compatibility characters (NFKC), case, Latin
 * accents, Arabic hamza carriers, alef maqsura, ta marbuta, tatweel, vowel marks, bidi marks and digits of any script.
 * Punctuation stays.
 *
 * <p>Offsets into the folded text mean nothing in the original.
 */
public final class Folding {

    private static final int TATWEEL = 0x0640;

    private Folding() {}

    /** The folded text, with runs of white space as one space and none at the ends. */
    public static String fold(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        decomposed.codePoints().forEach(point -> append(folded, point));
        int length = folded.length();
        if (length > 0 && folded.charAt(length - 1) == ' ') {
            folded.setLength(length - 1);
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /** The folded text with everything but letters and digits as one space: a key for names and headlines. */
    public static String key(String text) {
        return keyOf(fold(text));
    }

    /** The key of a text that is folded already. */
    public static String keyOf(String folded) {
        StringBuilder key = new StringBuilder(folded.length());
        folded.codePoints().forEach(point -> appendWordCharacter(key, point));
        return key.toString().strip();
    }

    private static void append(StringBuilder folded, int point) {
        if (isSpace(point)) {
            if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
            return;
        }
        if (isDropped(point)) {
            return;
        }
        int digit = Character.digit(point, 10);
        folded.appendCodePoint(digit >= 0 && point > 127 ? '0' + digit : carrier(point));
    }

    private static void appendWordCharacter(StringBuilder key, int point) {
        if (Character.isLetterOrDigit(point)) {
            key.appendCodePoint(point);
        } else if (!key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
            key.append(' ');
        }
    }

    /** White space of any kind, also the no-break spaces that {@link Character#isWhitespace} leaves out. */
    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    /** Marks (vowels, accents, and the hamza that NFKD has split from its carrier), tatweel and format controls. */
    private static boolean isDropped(int point) {
        int type = Character.getType(point);
        return point == TATWEEL
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT;
    }

    private static int carrier(int point) {
        return switch (point) {
            case 'ٱ' -> 'ا';
            case 'ى', 'ی' -> 'ي';
            case 'ة' -> 'ه';
            case 'ک' -> 'ك';
            case '’', 'ʼ', '`', '´' -> '\'';
            case '‐', '‑' -> '-';
            default -> point;
        };
    }
}
