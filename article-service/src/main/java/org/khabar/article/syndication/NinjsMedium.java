package org.khabar.article.syndication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleMedia;

/**
 * A medium of an article as an associated ninjs object.
 *
 * @param name of the association: media1, media2 and so on
 * @param descriptions its caption
 * @param by who made it
 * @param infoSources whom to name beside it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NinjsMedium(
        String name,
        String rel,
        String uri,
        String type,
        @Nullable List<Ninjs.Text> descriptions,
        @Nullable String by,
        @Nullable List<Ninjs.InfoSource> infoSources,
        @Nullable String copyrightNotice,
        @Nullable String usageTerms,
        List<Rendition> renditions) {

    /** @param href in ASCII, as the schema wants URIs */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rendition(
            String name,
            String href,
            @Nullable String contentType,
            @Nullable Integer width,
            @Nullable Integer height) {}

    static List<NinjsMedium> listOf(SyndicatedArticle article) {
        List<NinjsMedium> media = new ArrayList<>();
        for (ArticleMedia medium : article.article().media()) {
            media.add(of(medium, article, media.size() + 1));
        }
        return media;
    }

    private static NinjsMedium of(ArticleMedia medium, SyndicatedArticle article, int place) {
        String caption = medium.caption();
        String credit = medium.creditLine();
        return new NinjsMedium(
                "media" + place,
                "media",
                article.urn() + "#media" + place,
                medium.type().name().toLowerCase(Locale.ROOT),
                caption == null ? null : List.of(Ninjs.plain("caption", caption)),
                medium.byline(),
                credit == null ? null : List.of(new Ninjs.InfoSource(credit, "originator", null)),
                medium.copyrightNotice(),
                medium.usageTerms(),
                renditions(medium));
    }

    private static List<Rendition> renditions(ArticleMedia medium) {
        List<Rendition> renditions = new ArrayList<>();
        for (ArticleMedia.Rendition rendition : medium.renditions()) {
            renditions.add(new Rendition(
                    "rendition" + (renditions.size() + 1),
                    AsciiUrl.of(rendition.href()),
                    rendition.contentType(),
                    rendition.width(),
                    rendition.height()));
        }
        return renditions;
    }
}
