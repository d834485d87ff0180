package org.khabar.gateway.json;

/** Well-formed UTF-8 (Unicode standard, table 3-7). */
final class Utf8 {
    private Utf8() {}

    /** Whether a character of two bytes starts so. */
    static boolean isPair(byte lead) {
        return lead >= (byte) 0xC2 && lead <= (byte) 0xDF;
    }

    static boolean isContinuation(byte next) {
        return (next & 0xC0) == 0x80;
    }

    /**
     * Where the character beyond ASCII ends that starts at an offset.
     *
     * @return the offset after it; negative when there is no such character
     */
    static int endOfCharacter(byte[] bytes, int start, int end) {
        int lead = bytes[start] & 0xFF;
        int length = length(lead);
        if (length == 0 || start + length > end || !isSecond(lead, bytes[start + 1] & 0xFF)) {
            return -1;
        }
        for (int at = start + 2; at < start + length; at++) {
            if (!isContinuation(bytes[at])) {
                return -1;
            }
        }
        return start + length;
    }

    private static int length(int lead) {
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }

    /** The second byte rules out overlong forms, surrogates and what is beyond U+10FFFF. */
    private static boolean isSecond(int lead, int second) {
        return switch (lead) {
            case 0xE0 -> second >= 0xA0 && second <= 0xBF;
            case 0xED -> second >= 0x80 && second <= 0x9F;
            case 0xF0 -> second >= 0x90 && second <= 0xBF;
            case 0xF4 -> second >= 0x80 && second <= 0x8F;
            default -> second >= 0x80 && second <= 0xBF;
        };
    }
}
