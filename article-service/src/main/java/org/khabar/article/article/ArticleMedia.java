package org.khabar.article.article;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.text.StorableText;

/**
 * A picture, video or other medium of an article: where it is, not its bytes. Terms are those of ninjs.
 *
 * @param caption what it shows
 * @param byline who made it
 * @param creditLine whom to name beside it
 * @param copyrightNotice whose it is
 * @param usageTerms what may be done with it
 * @param renditions the same in several sizes or forms, at least one
 * @see <a href="https://iptc.org/standards/ninjs/">ninjs</a>
 */
@Type("Media")
public record ArticleMedia(
        @NonNull MediaKind type,
        @Nullable String caption,
        @Nullable String byline,
        @Nullable String creditLine,
        @Nullable String copyrightNotice,
        @Nullable String usageTerms,

        @NonNull @Description("The same in several sizes or forms, at least one.")
        List<@NonNull Rendition> renditions) {

    private static final int MAX_TEXT_LENGTH = 5000;
    private static final int MAX_SIDE = 1_000_000;
    private static final Pattern CONTENT_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9][a-z0-9!#$&^_.+-]{0,63}");

    /** @throws RequestFailure when a text cannot be kept or there is no rendition */
    public ArticleMedia {
        caption = text("caption", caption);
        byline = text("byline", byline);
        creditLine = text("creditLine", creditLine);
        copyrightNotice = text("copyrightNotice", copyrightNotice);
        usageTerms = text("usageTerms", usageTerms);
        renditions = List.copyOf(renditions);
        if (renditions.isEmpty()) {
            throw RequestFailure.badInput("A medium has no rendition.");
        }
    }

    /**
     * One form of a medium.
     *
     * @param href http or https URL
     * @param contentType IANA media type such as {@code image/jpeg}
     * @param width in pixels
     * @param height in pixels
     */
    @Type("Rendition")
    public record Rendition(
            @NonNull @Description("http or https URL.") String href,

            @Nullable @Description("IANA media type, such as image/jpeg.")
            String contentType,

            @Nullable @Description("In pixels.") Integer width,

            @Nullable @Description("In pixels.") Integer height) {

        /** @throws RequestFailure when a part is not what it should be */
        public Rendition {
            href = ArticleUrl.checked(href);
            contentType = contentType(contentType);
            checkSide("width", width);
            checkSide("height", height);
        }

        private static @Nullable String contentType(@Nullable String type) {
            if (type == null || type.isBlank()) {
                return null;
            }
            String plain = type.strip().toLowerCase(Locale.ROOT);
            if (!CONTENT_TYPE.matcher(plain).matches()) {
                throw RequestFailure.badInput("A rendition's contentType is no media type, such as image/jpeg.");
            }
            return plain;
        }

        private static void checkSide(String name, @Nullable Integer pixels) {
            if (pixels != null && (pixels < 1 || pixels > MAX_SIDE)) {
                throw RequestFailure.badInput(
                        "A rendition's %s is %d; it may be from 1 to %d.".formatted(name, pixels, MAX_SIDE));
            }
        }
    }

    private static @Nullable String text(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > MAX_TEXT_LENGTH) {
            throw RequestFailure.limitExceeded("A medium's %s has %d characters; the limit is %d."
                    .formatted(name, text.length(), MAX_TEXT_LENGTH));
        }
        if (!StorableText.isStorable(text)) {
            throw RequestFailure.badInput("A medium's %s holds half of a character or a NUL.".formatted(name));
        }
        return text;
    }
}
