package org.khabar.entity.linking;

/**
 * Counts of what was found of what is there, and what follows from them.
 *
 * <p>A span counts as found when both its ends are right; a link when its entity is right too. For the none-score each
 * annotated name, an adjective of nationality apart, is a question whose answer is an entity or none.
 */
final class LinkingScore {

    private int gold;
    private int found;
    private int spanHits;
    private int linkHits;
    private int noneGold;
    private int noneFound;
    private int noneHits;
    private int demonyms;
    private int demonymsLinked;

    void addGold() {
        gold++;
    }

    void addFound() {
        found++;
    }

    void addSpanHit(boolean sameEntity) {
        spanHits++;
        linkHits += sameEntity ? 1 : 0;
    }

    void addQuestion(boolean none, boolean answeredNone) {
        noneGold += none ? 1 : 0;
        noneFound += answeredNone ? 1 : 0;
        noneHits += none && answeredNone ? 1 : 0;
    }

    void addDemonym(boolean linked) {
        demonyms++;
        demonymsLinked += linked ? 1 : 0;
    }

    int gold() {
        return gold;
    }

    int none() {
        return noneGold;
    }

    int demonyms() {
        return demonyms;
    }

    int demonymsLinked() {
        return demonymsLinked;
    }

    double spanPrecision() {
        return ratio(spanHits, found);
    }

    double spanRecall() {
        return ratio(spanHits, gold);
    }

    double spanF1() {
        return f1(spanHits, found, gold);
    }

    double linkF1() {
        return f1(linkHits, found, gold);
    }

    double noneF1() {
        return f1(noneHits, noneFound, noneGold);
    }

    /** The harmonic mean of precision and recall; 1 where there is nothing and nothing was found. */
    private static double f1(int hits, int found, int gold) {
        return ratio(2 * hits, found + gold);
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
