package org.khabar.article.importing;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A page to import over GraphQL. */
@Input("ImportArticleInput")
public record ImportArticleInput(
        @NonNull @Description("The page's text as a reader sees it.")
        String text,

        @Nullable @Description("The code of its outlet; else found by the url or in the page.")
        String outlet,

        @Nullable @Description("Where it was published; decides which article it is.")
        String url,

        @Nullable @Description("BCP 47 tag; else recognised.")
        String language) {}
