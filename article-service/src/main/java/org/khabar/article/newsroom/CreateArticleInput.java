package org.khabar.article.newsroom;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.MediaInput;

/** An article that an editor begins. */
@Input("CreateArticleInput")
public record CreateArticleInput(
        @NonNull String headline,
        @NonNull List<@NonNull BlockInput> blocks,

        @NonNull @Description("BCP 47 tag; und when it is none.")
        String language,

        @NonNull @Description("The code of its outlet.") String outlet,

        @Nullable @Description("News when it is not given.") ArticleKind kind,

        @Nullable @Description("Who signs the text.") String byline,

        @Nullable @Description("Whom the text is taken from, such as an agency.")
        String credit,

        @Nullable @Description("Where it is published; no other article may have it.")
        String url,

        @Nullable @Description("When its outlet publishes it; else the time when readers first see it.")
        Instant publishedAt,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("Codes of IPTC media topics.")
        List<@NonNull String> subjects,

        @Nullable @io.smallrye.graphql.api.Nullable @Description("Pictures, videos and other media, as links.")
        List<@NonNull MediaInput> media) {}
