package org.khabar.gateway.json;

import java.math.BigInteger;

/** The number grammar of RFC 8259, section 6. */
final class JsonNumbers {
    private JsonNumbers() {}

    /**
     * Where the number ends that starts at an offset.
     *
     * @return the offset after it; negative when there is no number
     */
    static int endOfNumber(byte[] json, int start, int end) {
        int integer = at(json, start, end) == '-' ? start + 1 : start;
        int stop = at(json, integer, end) == '0' ? integer + 1 : digits(json, integer, end);
        if (stop > 0 && at(json, stop, end) == '.') {
            stop = digits(json, stop + 1, end);
        }
        return stop > 0 && (at(json, stop, end) | 0x20) == 'e' ? exponent(json, stop + 1, end) : stop;
    }

    private static int exponent(byte[] json, int start, int end) {
        byte sign = at(json, start, end);
        return digits(json, sign == '+' || sign == '-' ? start + 1 : start, end);
    }

    /** Where the digits end, of which there must be one. */
    private static int digits(byte[] json, int start, int end) {
        int stop = start;
        while (stop < end && json[stop] >= '0' && json[stop] <= '9') {
            stop++;
        }
        return stop == start ? -1 : stop;
    }

    private static byte at(byte[] json, int index, int end) {
        return index < end ? json[index] : 0;
    }

    static boolean isInteger(String text) {
        return text.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
    }

    static Object integer(String text) {
        BigInteger value = new BigInteger(text);
        return value.bitLength() < Integer.SIZE ? (Object) value.intValue() : value;
    }
}
