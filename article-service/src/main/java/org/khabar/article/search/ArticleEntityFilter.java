package org.khabar.article.search;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Entities that articles name, by id. */
@Input("ArticleEntityFilter")
public record ArticleEntityFilter(
        @Nullable @io.smallrye.graphql.api.Nullable @Description("One of these at least.")
        List<@NonNull String> any,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("Every one of these.")
        List<@NonNull String> all,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("None of these.")
        List<@NonNull String> none) {}
