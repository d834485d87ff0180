package org.khabar.article.article;

import java.util.Arrays;

/**
 * The smallest hash of a text's runs of words under each of sixteen orders (Broder's min-wise hashing). Two texts have
 * each value in common with the probability of their resemblance: of texts that share two fifths of their runs, one
 * pair in 3,500 has none in common.
 */
final class TextSketch {

    private static final int ORDERS = 16;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private TextSketch() {}

    static int[] of(TextShingles shingles) {
        long[] smallest = new long[ORDERS];
        Arrays.fill(smallest, Long.MAX_VALUE);
        for (String run : shingles.runs()) {
            for (int order = 0; order < ORDERS; order++) {
                smallest[order] = Math.min(smallest[order], mix(run.hashCode() + GOLDEN * (order + 1)));
            }
        }
        return Arrays.stream(smallest).mapToInt(Long::hashCode).toArray();
    }

    /** Spreads a number over all longs: the finalizer of SplitMix64 (Steele, Lea, Flood, 2014). */
    private static long mix(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
