package org.khabar.article.search;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.ArticleStatus;

/** Which articles are searched: those that meet everything given. */
@Input("ArticleSearchFilter")
public record ArticleSearchFilter(
        @Nullable @io.smallrye.graphql.api.Nullable @Description("Outlet codes, any of which fits.")
        List<@NonNull String> outlets,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("BCP 47 tags, any of which fits.")
        List<@NonNull String> languages,

        @Nullable @io.smallrye.graphql.api.Nullable List<@NonNull ArticleKind> kinds,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("Codes of subjects, any of which fits.")
        List<@NonNull String> subjects,

        @Nullable
        @io.smallrye.graphql.api.Nullable
        @Description("Any of which fits, as far as the caller may see such articles.")
        List<@NonNull ArticleStatus> statuses,

        @Nullable @Description("Published at this instant or later.")
        Instant publishedFrom,

        @Nullable @Description("Published before this instant.")
        Instant publishedBefore,

        @Nullable ArticleEntityFilter entities) {

    /** Everything. */
    static final ArticleSearchFilter ALL = new ArticleSearchFilter(null, null, null, null, null, null, null, null);
}
