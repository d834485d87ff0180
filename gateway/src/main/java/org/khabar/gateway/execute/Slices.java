package org.khabar.gateway.execute;

/**
 * Where a leaf's value lies in a request's answers, packed into a {@code long}: 11 bits for the answer's
 * number, 26 each for offset and length. One array of these for an object instead of an object for each value
 * keeps large answers cheap.
 */
final class Slices {
    /** There is no value. */
    static final long ABSENT = 0;
    /** The value is null. */
    static final long NULL = -1;

    static final int MAX_ANSWERS = 2046;
    static final int MAX_ANSWER_BYTES = (1 << 26) - 1;

    private static final int BITS = 26;
    private static final long MASK = (1L << BITS) - 1;

    private Slices() {}

    /** Packs a slice; answers are numbered from 1. */
    static long of(int answer, int start, int length) {
        return (long) answer << (2 * BITS) | (long) start << BITS | length;
    }

    static int answer(long slice) {
        return (int) (slice >>> (2 * BITS));
    }

    static int start(long slice) {
        return (int) (slice >>> BITS & MASK);
    }

    static int length(long slice) {
        return (int) (slice & MASK);
    }
}
