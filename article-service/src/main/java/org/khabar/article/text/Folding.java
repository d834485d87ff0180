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
    /** The sukun, which stands behind the other marks of vowels. */
    private static final char LAST_VOWEL_MARK = 0x0652;

    /** Between words of a key. */
    private static final char GAP = ' ';
    /** Not there in a key. */
    private static final char NOTHING = 0;
    /** Of a text that is not plain. */
    private static final char UNKNOWN = '\uFFFF';

    /** What each character of a plain text is in a key. */
    private static final char[] PLAIN = plainTable();

    private Folding() {}

    /** The folded text, with runs of white space as one space and none at the ends. */
    public static String fold(String text) {
        String decomposed = isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int at = 0; at < decomposed.length(); ) {
            int point = decomposed.codePointAt(at);
            append(folded, point);
            at += Character.charCount(point);
        }
        int length = folded.length();
        if (length > 0 && folded.charAt(length - 1) == ' ') {
            folded.setLength(length - 1);
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /** The folded text with everything but letters and digits as one space: a key for names and headlines. */
    public static String key(String text) {
        char[] key = new char[text.length()];
        int length = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            char inKey = letter < PLAIN.length ? PLAIN[letter] : UNKNOWN;
            if (inKey == UNKNOWN) {
                return keyOf(fold(text));
            }
            boolean skipped = inKey == NOTHING || (inKey == GAP && (length == 0 || key[length - 1] == GAP));
            if (!skipped) {
                key[length++] = inKey;
            }
        }
        return new String(key, 0, length > 0 && key[length - 1] == GAP ? length - 1 : length);
    }

    private static char[] plainTable() {
        char[] table = new char[LAST_VOWEL_MARK + 1];
        for (char letter = 0; letter < table.length; letter++) {
            table[letter] = isPlain(letter) ? inKey(letter) : UNKNOWN;
        }
        return table;
    }

    private static char inKey(char letter) {
        if (isDropped(letter)) {
            return NOTHING;
        }
        String key = keyOf(fold(String.valueOf(letter)));
        return key.isEmpty() ? GAP : key.charAt(0);
    }

    /** The key of a text that is folded already. */
    public static String keyOf(String folded) {
        StringBuilder key = new StringBuilder(folded.length());
        for (int at = 0; at < folded.length(); ) {
            int point = folded.codePointAt(at);
            appendWordCharacter(key, point);
            at += Character.charCount(point);
        }
        return key.toString().strip();
    }

    private static void append(StringBuilder folded, int point) {
        if (isUsual(point)) {
            folded.append((char) carrier(point));
            return;
        }
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
        if (isUsual(point) || Character.isLetterOrDigit(point)) {
            key.appendCodePoint(point);
        } else if (!key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
            key.append(' ');
        }
    }

    /**
     * Whether a text has only ASCII and the letters, marks and punctuation of Arabic: what of them NFKD takes apart, letters
     * with a hamza or a madda, {@link #carrier} knows as a whole.
     */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (!isPlain(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char letter) {
        return letter < 128
                || (letter >= 'ء' && letter <= LAST_VOWEL_MARK)
                || letter == '،'
                || letter == '؛'
                || letter == '؟';
    }

    /** Letters that most texts are made of, which need no look at their properties. */
    private static boolean isUsual(int point) {
        return (point >= 'ء' && point <= 'ي' && (point <= 'غ' || point >= 'ف'))
                || (point >= 'a' && point <= 'z')
                || (point >= 'A' && point <= 'Z');
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
            case 'ٱ', 'أ', 'إ', 'آ' -> 'ا';
            case 'ؤ' -> 'و';
            case 'ى', 'ی', 'ئ' -> 'ي';
            case 'ة' -> 'ه';
            case 'ک' -> 'ك';
            case '’', 'ʼ', '`', '´' -> '\'';
            case '‐', '‑' -> '-';
            default -> point;
        };
    }
}
