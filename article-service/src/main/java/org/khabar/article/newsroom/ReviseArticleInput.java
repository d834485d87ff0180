package org.khabar.article.newsroom;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.MediaInput;

/** What an editor changes in an article: what is not given stays. */
@Input("ReviseArticleInput")
@Description("What is to be different in an article. What is not given stays.")
public record ReviseArticleInput(
        @Nullable String headline,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("All of them, in reading order.")
        List<@NonNull BlockInput> blocks,

        @Nullable @Description("BCP 47 tag; und when it is none.")
        String language,

        @Nullable @Description("The code of its outlet.") String outlet,

        @Nullable ArticleKind kind,

        @Nullable @Description("Who signs the text; empty for nobody.")
        String byline,

        @Nullable @Description("Whom the text is taken from; empty for nobody.")
        String credit,

        @Nullable @Description("Where it is published; no other article may have it.")
        String url,

        @Nullable @Description("When its outlet publishes it.")
        Instant publishedAt,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("Codes of IPTC media topics.")
        List<@NonNull String> subjects,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("Pictures, videos and other media, as links.")
        List<@NonNull MediaInput> media) {}
