package org.khabar.article.article;

import java.util.Arrays;
import java.util.List;

/**
 * The smallest hash of a text's runs of words under each of several orders (Broder's min-wise hashing). Two texts have
 * each value in common with the probability of their resemblance: of texts that share two fifths of their runs, one
 * pair in 3,500 has none of sixteen in common.
 */
public final class TextSketch {

    private static final int ORDERS = 16;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private TextSketch() {}

    static int[] of(TextShingles shingles) {
        return of(shingles, ORDERS);
    }

    /**
     * The sketch under so many orders, of which the first are always the same.
     *
     * @param orders how many values the sketch has
     */
    public static int[] of(TextShingles shingles, int orders) {
        long[] smallest = new long[orders];
        Arrays.fill(smallest, Long.MAX_VALUE);
        shingles.runs().forEach(run -> add(smallest, run.hashCode()));
        return Arrays.stream(smallest).mapToInt(Long::hashCode).toArray();
    }

    /**
     * The same of the folded text of each block, without making strings of its runs: they are stretches of it, as a key has
     * one space between words.
     */
    static int[] ofKeys(List<String> keys) {
        return ofKeys(keys, ORDERS);
    }

    /** The same under so many orders. */
    public static int[] ofKeys(List<String> keys, int orders) {
        long[] smallest = new long[orders];
        Arrays.fill(smallest, Long.MAX_VALUE);
        for (String key : keys) {
            addRuns(smallest, key);
        }
        return Arrays.stream(smallest).mapToInt(Long::hashCode).toArray();
    }

    private static void addRuns(long[] smallest, String key) {
        int end = key.indexOf(' ', key.indexOf(' ') + 1);
        if (end < 0) {
            add(smallest, hash(key, 0, key.length()));
            return;
        }
        for (int start = 0; end >= 0; start = key.indexOf(' ', start) + 1) {
            end = key.indexOf(' ', end + 1);
            add(smallest, hash(key, start, end < 0 ? key.length() : end));
        }
    }

    /** {@link String#hashCode} of a stretch. */
    private static int hash(String key, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + key.charAt(i);
        }
        return hash;
    }

    private static void add(long[] smallest, int hash) {
        for (int order = 0; order < smallest.length; order++) {
            smallest[order] = Math.min(smallest[order], mix(hash + GOLDEN * (order + 1)));
        }
    }

    /** Spreads a number over all longs: the finalizer of SplitMix64 (Steele, Lea, Flood, 2014). */
    private static long mix(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
