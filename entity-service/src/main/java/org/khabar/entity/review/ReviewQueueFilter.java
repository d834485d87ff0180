package org.khabar.entity.review;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** What a page of the queue is of. */
@Input("ReviewQueueFilter")
public record ReviewQueueFilter(
        @Nullable @Description("Both kinds when it is not given.")
        ReviewKind kind,

        @Nullable @Description("BCP 47 tag of articles: only they count, as if there were no others.")
        String language,

        @Nullable @Description("Code of an outlet: only its articles count.")
        String outlet) {

    static final ReviewQueueFilter ALL = new ReviewQueueFilter(null, null, null);
}
