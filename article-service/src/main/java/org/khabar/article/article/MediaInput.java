package org.khabar.article.article;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.khabar.article.failure.RequestFailure;

/** A medium as a client gives it. */
@Input("MediaInput")
public record MediaInput(
        @NonNull MediaKind type,
        @Nullable String caption,
        @Nullable @Description("Who made it.") String byline,
        @Nullable @Description("Whom to name beside it.") String creditLine,
        @Nullable String copyrightNotice,
        @Nullable String usageTerms,

        @NonNull @Description("The same in several sizes or forms, at least one.")
        List<@NonNull RenditionInput> renditions) {

    /** One form of a medium. */
    @Input("RenditionInput")
    public record RenditionInput(
            @NonNull @Description("http or https URL.") String href,

            @Nullable @Description("IANA media type, such as image/jpeg.")
            String contentType,

            @Nullable @Description("In pixels.") Integer width,

            @Nullable @Description("In pixels.") Integer height) {}

    /** @throws RequestFailure saying which of them cannot be kept as it is, counted from 0, and why */
    public static List<ArticleMedia> toMedia(List<MediaInput> inputs) {
        return IntStream.range(0, inputs.size())
                .mapToObj(i -> toMedia("media[" + i + "]", inputs.get(i)))
                .toList();
    }

    private static ArticleMedia toMedia(String place, MediaInput input) {
        try {
            return input.toMedia();
        } catch (RequestFailure wrong) {
            throw new RequestFailure(wrong.code(), wrong.httpStatus(), place + ": " + wrong.getMessage(), null);
        }
    }

    private ArticleMedia toMedia() {
        return new ArticleMedia(
                type,
                caption,
                byline,
                creditLine,
                copyrightNotice,
                usageTerms,
                renditions.stream()
                        .map(form -> new ArticleMedia.Rendition(
                                form.href(), form.contentType(), form.width(), form.height()))
                        .toList());
    }
}
