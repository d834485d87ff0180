package org.khabar.article.article;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Which articles a list has: those that meet everything given. */
@Input("ArticleFilter")
public record ArticleFilter(
        @Nullable @io.smallrye.graphql.api.Nullable @Description("Outlet codes, any of which fits.")
        List<@NonNull String> outlets,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("BCP 47 tags, any of which fits.")
        List<@NonNull String> languages,

        @Nullable @io.smallrye.graphql.api.Nullable List<@NonNull ArticleKind> kinds,

        @Nullable
        @io.smallrye.graphql.api.Nullable
        @Description("Codes of IPTC media topics, any of which fits; one that is broader finds those below it.")
        List<@NonNull String> subjects,

        @Nullable
        @io.smallrye.graphql.api.Nullable
        @Description("Of these, those that the caller may see: readers only see published and corrected articles.")
        List<@NonNull ArticleStatus> statuses,

        @Nullable @Description("Published at this instant or later.")
        Instant publishedFrom,

        @Nullable @Description("Published before this instant.")
        Instant publishedBefore) {

    /** Everything. */
    public static final ArticleFilter ALL = new ArticleFilter(null, null, null, null, null, null, null);
}
