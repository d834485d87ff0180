package org.khabar.gateway.json;

import java.math.BigInteger;

/** The number grammar of RFC 8259, section 6. */
final class JsonNumbers {
    private JsonNumbers() {}

    static boolean isNumber(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        int integerEnd = digits(text, at);
        if (integerEnd == at || text.charAt(at) == '0' && integerEnd > at + 1) {
            return false;
        }
        int fractionEnd = integerEnd;
        if (charAt(text, integerEnd) == '.') {
            fractionEnd = digits(text, integerEnd + 1);
            if (fractionEnd == integerEnd + 1) {
                return false;
            }
        }
        return exponentEnd(text, fractionEnd) == text.length();
    }

    static boolean isInteger(String text) {
        return text.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
    }

    static Object integer(String text) {
        BigInteger value = new BigInteger(text);
        return value.bitLength() < Integer.SIZE ? (Object) value.intValue() : value;
    }

    private static int exponentEnd(String text, int from) {
        if (charAt(text, from) != 'e' && charAt(text, from) != 'E') {
            return from;
        }
        char sign = charAt(text, from + 1);
        int start = sign == '+' || sign == '-' ? from + 2 : from + 1;
        int stop = digits(text, start);
        return stop == start ? -1 : stop;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (charAt(text, at) >= '0' && charAt(text, at) <= '9') {
            at++;
        }
        return at;
    }

    private static char charAt(String text, int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }
}
