package org.khabar.entity.linking;

import java.util.Objects;

/**
 * A feature of a link with its weight.
 *
 * @param weight natural logarithm of odds; above zero speaks for the link. All weights of a link add up to the odds of
 *     its confidence, but for rounding: {@code confidence = 1 / (1 + exp(-sum))}
 */
public record LinkingReason(LinkingFeature feature, double weight) {

    public LinkingReason {
        Objects.requireNonNull(feature);
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("a weight of " + weight);
        }
    }

    /** The same with two decimals. */
    LinkingReason rounded() {
        return new LinkingReason(feature, Math.round(weight * 100) / 100.0);
    }
}
