package org.khabar.entity.linking;

import java.util.ArrayList;
import java.util.List;
import org.khabar.entity.tagging.AliasEntry;

/**
 * What speaks for one candidate. Candidates and "none of them", whose score is 0, compete as in a multinomial logistic
 * model: a candidate's probability is its exponential by the sum of all.
 */
final class CandidateScore {

    private final AliasEntry alias;
    private final List<LinkingReason> reasons = new ArrayList<>();
    private double sum;

    CandidateScore(AliasEntry alias) {
        this.alias = alias;
    }

    AliasEntry alias() {
        return alias;
    }

    double sum() {
        return sum;
    }

    /** Adds a feature; a weight of 0 says nothing and is left out. */
    void add(LinkingFeature feature, double weight) {
        if (weight != 0) {
            reasons.add(new LinkingReason(feature, weight));
            sum += weight;
        }
    }

    List<LinkingReason> reasons() {
        return List.copyOf(reasons);
    }

    double exponential() {
        return Math.exp(sum);
    }

    /**
     * Charges this one with what speaks for the others, so that its sum is the odds that it is meant.
     *
     * @param others the sum of the others' exponentials
     */
    void compete(double others) {
        add(LinkingFeature.OTHERS, -Math.log1p(Math.max(0, others)));
    }
}
