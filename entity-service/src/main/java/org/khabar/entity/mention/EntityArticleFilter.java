package org.khabar.entity.mention;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Which of the articles that mention an entity a list has: those that meet everything given. */
@Input("EntityArticleFilter")
public record EntityArticleFilter(
        @Nullable @io.smallrye.graphql.api.Nullable @Description("Outlet codes, any of which fits.")
        List<@NonNull String> outlets,

        @Nullable @Description("Published at this instant or later.")
        Instant publishedFrom,

        @Nullable @Description("Published before this instant.")
        Instant publishedBefore,

        @Nullable @Description("How much of the article the entity must be, from 0 to 1.")
        Double minSalience) {

    static final EntityArticleFilter ALL = new EntityArticleFilter(null, null, null, null);

    /** What it demands of a row of article_entity, to follow a condition; parameters have the names of the fields. */
    String sql() {
        return (outlets == null ? "" : " and outlet = any(:outlets)")
                + (publishedFrom == null ? "" : " and published_at >= :publishedFrom")
                + (publishedBefore == null ? "" : " and published_at < :publishedBefore")
                + (minSalience == null ? "" : " and salience >= :minSalience");
    }
}
