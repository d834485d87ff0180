package org.khabar.entity.linking;

/** Probabilities as natural logarithms of odds, which add up. */
final class Odds {

    private static final double CERTAIN = 0.999;

    private Odds() {}

    /** Of a probability; one of 0 or 1 is taken as nearly so. */
    static double of(double probability) {
        double bounded = Math.clamp(probability, 1 - CERTAIN, CERTAIN);
        return Math.log(bounded / (1 - bounded));
    }

    static double probability(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }
}
