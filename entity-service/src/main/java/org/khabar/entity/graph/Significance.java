package org.khabar.entity.graph;

/**
 * How much two entities belong together, by the articles that mention them: the logarithm of the likelihood ratio,
 * negative when they are together less often than chance would have it. Unlike mutual information it does not favour what
 * is rare. From about 11 on, chance alone does so once in a thousand times.
 *
 * @see <a href="https://aclanthology.org/J93-1003/">T. Dunning, Accurate Methods for the Statistics of Surprise and
 *     Coincidence, 1993</a>
 */
final class Significance {

    private Significance() {}

    /**
     * The ratio for two entities.
     *
     * @param both articles that mention both
     * @param one articles that mention the first, at least {@code both}
     * @param other articles that mention the second, at least {@code both}
     * @param all articles altogether, at least as many as mention either
     */
    static double of(long both, long one, long other, long all) {
        long onlyOne = Math.max(0, one - both);
        long onlyOther = Math.max(0, other - both);
        long neither = Math.max(0, all - both - onlyOne - onlyOther);
        double ratio = 2
                * (entropy(both + onlyOne, onlyOther + neither)
                        + entropy(both + onlyOther, onlyOne + neither)
                        - entropy(both, onlyOne, onlyOther, neither));
        double expected = (double) one * other / Math.max(1, all);
        return both < expected ? -Math.max(0, ratio) : Math.max(0, ratio);
    }

    /** The entropy of counts in nats, times their sum. */
    private static double entropy(long... counts) {
        double sum = 0;
        double parts = 0;
        for (long count : counts) {
            sum += count;
            parts += xLogX(count);
        }
        return xLogX(sum) - parts;
    }

    private static double xLogX(double x) {
        return x == 0 ? 0 : x * Math.log(x);
    }
}
