package org.khabar.article.search;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** How many articles a search matches. */
@Type("SearchCount")
public record SearchCount(
        int value,

        @NonNull
        @Description("EXACT, or ESTIMATE: of an even sample of the archive, where there are more than some ten"
                + " thousand; it is within a sixth of the truth, nineteen times of twenty, and better the more there are;"
                + " of a phrase of frequent words it may be rougher, as two thousand texts are read for it at most."
                + " AT_LEAST: more than are counted, or articles that were stored before are still being indexed.")
        Relation relation) {

    /** How sure a count is. */
    @Enum("SearchCountRelation")
    public enum Relation {
        EXACT,
        ESTIMATE,
        AT_LEAST
    }

    static SearchCount of(MatchSample sample) {
        if (!sample.whole()) {
            return new SearchCount(sample.total(), Relation.AT_LEAST);
        }
        return new SearchCount(sample.total(), sample.isEstimate() ? Relation.ESTIMATE : Relation.EXACT);
    }
}
