package org.khabar.entity.text;

import java.text.Normalizer;

/** What one character becomes in the compared form. */
final class CharacterFolding {

    private static final int TATWEEL = 0x0640;

    private CharacterFolding() {}

    /** Whether the character leaves nothing behind: a combining mark, a format character (bidi marks), a tatweel. */
    static boolean isDropped(int codePoint) {
        if (codePoint < 0x80 || isPlainArabicLetter(codePoint)) {
            return codePoint == TATWEEL;
        }
        return isMark(codePoint) || Character.getType(codePoint) == Character.FORMAT;
    }

    /** Whether the character is written on the letter before it. A tatweel stretches that letter, so it counts. */
    static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || codePoint == TATWEEL;
    }

    /**
     * Appends what the character becomes.
     *
     * @return the number of UTF-16 code units appended
     */
    static int append(int codePoint, StringBuilder target) {
        int before = target.length();
        if (codePoint < 0x80) {
            target.append((char) asciiLower(codePoint));
        } else if (isPlainArabicLetter(codePoint)) {
            target.append((char) foldArabic(codePoint));
        } else {
            appendDecomposed(codePoint, target);
        }
        return target.length() - before;
    }

    private static int asciiLower(int codePoint) {
        return codePoint >= 'A' && codePoint <= 'Z' ? codePoint + ('a' - 'A') : codePoint;
    }

    private static boolean isPlainArabicLetter(int codePoint) {
        return codePoint >= 0x0621 && codePoint <= 0x064A || codePoint == 0x0671;
    }

    private static int foldArabic(int codePoint) {
        return switch (codePoint) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى', 'ئ' -> 'ي';
            case 'ة' -> 'ه';
            case 'ؤ' -> 'و';
            default -> codePoint;
        };
    }

    private static void appendDecomposed(int codePoint, StringBuilder target) {
        if (Character.isSurrogate((char) codePoint) && Character.isBmpCodePoint(codePoint)) {
            target.append((char) codePoint);
            return;
        }
        String decomposed = decompose(Character.toString(codePoint));
        decomposed.codePoints().filter(part -> !isDropped(part)).forEach(part -> appendFolded(part, target));
    }

    private static String decompose(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD);
    }

    private static void appendFolded(int codePoint, StringBuilder target) {
        int digit = Character.digit(codePoint, 10);
        if (digit >= 0) {
            target.append((char) ('0' + digit));
            return;
        }
        switch (codePoint) {
            case 'æ', 'Æ' -> target.append("ae");
            case 'œ', 'Œ' -> target.append("oe");
            case 'ß', 'ẞ' -> target.append("ss");
            case 'ø', 'Ø' -> target.append('o');
            case 'ł', 'Ł' -> target.append('l');
            case 'đ', 'Đ' -> target.append('d');
            case 'ı' -> target.append('i');
            case '’', '‘', 'ʼ' -> target.append('\'');
            case '‐', '‑' -> target.append('-');
            default -> target.appendCodePoint(foldArabic(Character.toLowerCase(codePoint)));
        }
    }
}
