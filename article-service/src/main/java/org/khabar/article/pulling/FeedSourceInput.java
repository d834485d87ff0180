package org.khabar.article.pulling;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A feed to pull, over GraphQL. */
@Input("FeedSourceInput")
public record FeedSourceInput(
        @NonNull @Description("The code of the outlet whose feed it is.")
        String outlet,

        @NonNull @Description("An http or https URL; its host must be among allowedHosts.")
        String url,

        @Nullable @Description("Seconds between two pulls, give or take a tenth; else the configured interval.")
        Integer intervalSeconds,

        @Nullable @Description("Whether it is pulled; it is unless this is false.")
        Boolean enabled) {

    FeedSources.Wanted toWanted() {
        return new FeedSources.Wanted(outlet, url, intervalSeconds, enabled);
    }
}
