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
        @Description(
                "EXACT, or ESTIMATE: of an even sample of the archive, where there are more than some ten"
                        + " thousand; it is within a sixth of the truth, nineteen times of twenty, and better the more there are.")
        Relation relation) {

    /** How sure a count is. */
    @Enum("SearchCountRelation")
    public enum Relation {
        EXACT,
        ESTIMATE
    }

    static SearchCount of(MatchSample sample) {
        return new SearchCount(sample.total(), sample.isEstimate() ? Relation.ESTIMATE : Relation.EXACT);
    }
}
