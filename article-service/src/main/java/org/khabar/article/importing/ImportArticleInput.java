package org.khabar.article.importing;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.MediaInput;

/** A page to import over GraphQL. */
@Input("ImportArticleInput")
public record ImportArticleInput(
        @Nullable @Description("The page's text as a reader sees it; this or html.")
        String text,

        @Nullable @Description("The page's HTML; this or text.")
        String html,

        @Nullable @Description("The code of its outlet; else found by the url or in the page.")
        String outlet,

        @Nullable @Description("Where it was published; decides which article it is.")
        String url,

        @Nullable @Description("BCP 47 tag; else recognised.")
        String language,

        @Nullable @Description("Else recognised, or NEWS.") ArticleKind kind,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("Codes of IPTC media topics; else those that it has.")
        List<@NonNull String> subjects,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("Else those that it has.")
        List<@NonNull MediaInput> media) {

    /** @param page the one of text and html that is given */
    PageImport toImport(String page) {
        return new PageImport(
                page, outlet, url, language, kind, media == null ? null : MediaInput.toMedia(media), subjects);
    }
}
