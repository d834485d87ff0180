package org.khabar.entity.graph;

/**
 * How far the articles of a time are above what an entity's own past lets expect. Counts of articles are taken to be
 * distributed as Poisson has it, whose standard deviation is the root of what is expected; one article is added to that,
 * so that what was never in the news before is not infinitely far above.
 *
 * @param articles of the time that is looked at
 * @param expected articles of a time as long, by the past
 */
record Burst(int articles, double expected) {

    /**
     * The burst of a time against the past before it.
     *
     * @param pastArticles of the past
     * @param pastLengths how many times as long the past is
     */
    static Burst of(int articles, long pastArticles, double pastLengths) {
        return new Burst(articles, pastArticles / pastLengths);
    }

    /** Standard deviations above what is expected; negative below it. */
    double score() {
        return (articles - expected) / Math.sqrt(expected + 1);
    }
}
