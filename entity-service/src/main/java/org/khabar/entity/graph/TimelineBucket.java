package org.khabar.entity.graph;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A day, week or month of a timeline. */
public record TimelineBucket(
        @NonNull @Description("Its first day, of the time of publication in UTC.")
        LocalDate start,

        int articleCount,
        int mentionCount,

        @NonNull @Description("The same by outlet, those with most articles first.")
        List<@NonNull OutletShare> outlets) {

    /** What one outlet has of a bucket. */
    public record OutletShare(
            @NonNull @Description("The outlet's code; empty when it is not known.")
            String outlet,

            int articleCount,
            int mentionCount) {}
}
