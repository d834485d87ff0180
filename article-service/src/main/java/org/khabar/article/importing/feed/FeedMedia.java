package org.khabar.article.importing.feed;

import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleMedia;
import org.khabar.article.article.MediaKind;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.importing.form.FormText;

/**
 * The media of an entry: those of Media RSS, of which a group is one medium in several renditions, and enclosures. One whose
 * links cannot be kept is left out.
 *
 * @see <a href="https://www.rssboard.org/media-rss">Media RSS</a>
 */
final class FeedMedia {

    private static final Namespace MEDIA = Namespace.getNamespace("http://search.yahoo.com/mrss/");
    private static final int MOST = 50;
    private static final int MOST_RENDITIONS = 20;
    private static final int MAX_DIGITS = 7;

    private final List<ArticleMedia> media = new ArrayList<>();

    private FeedMedia() {}

    /** The first of them; null when there is none, so that the entry takes none away. */
    static @Nullable List<ArticleMedia> of(SyndEntry entry) {
        FeedMedia found = new FeedMedia();
        for (Element element : entry.getForeignMarkup()) {
            if (MEDIA.equals(element.getNamespace())) {
                found.add(element);
            }
        }
        entry.getEnclosures().forEach(found::add);
        List<ArticleMedia> media = found.media.stream().limit(MOST).toList();
        return media.isEmpty() ? null : media;
    }

    private void add(Element element) {
        if (element.getName().equals("group")) {
            add(element.getChildren("content", MEDIA), element);
        } else if (element.getName().equals("content")) {
            add(List.of(element), element);
        }
    }

    /** @param around what says of all of them what they do not say themselves */
    private void add(List<Element> contents, Element around) {
        List<ArticleMedia.Rendition> renditions = contents.stream()
                .flatMap(FeedMedia::rendition)
                .limit(MOST_RENDITIONS)
                .toList();
        Optional<MediaKind> kind = contents.stream().flatMap(FeedMedia::kind).findFirst();
        if (renditions.isEmpty() || kind.isEmpty()) {
            return;
        }
        Element first = contents.getFirst();
        String description = text(first, around, "description");
        String caption = description == null ? text(first, around, "title") : description;
        try {
            media.add(new ArticleMedia(
                    kind.get(),
                    caption,
                    null,
                    text(first, around, "credit"),
                    text(first, around, "copyright"),
                    null,
                    renditions));
        } catch (RequestFailure unusable) {
            // An overlong caption, as a rule: the article is worth more.
        }
    }

    private void add(SyndEnclosure enclosure) {
        String url = enclosure.getUrl();
        Optional<MediaKind> kind = ofType(enclosure.getType());
        if (url == null || kind.isEmpty() || isKnown(url.strip())) {
            return;
        }
        rendition(url, enclosure.getType(), null, null)
                .ifPresent(rendition ->
                        media.add(new ArticleMedia(kind.get(), null, null, null, null, null, List.of(rendition))));
    }

    private boolean isKnown(String url) {
        return media.stream()
                .flatMap(medium -> medium.renditions().stream())
                .anyMatch(rendition -> rendition.href().equals(url));
    }

    /** Of a medium that does not say, a picture. */
    private static Stream<MediaKind> kind(Element content) {
        String medium = content.getAttributeValue("medium", "").toLowerCase(Locale.ROOT);
        String type = content.getAttributeValue("type", "");
        return switch (medium) {
            case "image" -> Stream.of(MediaKind.PICTURE);
            case "video" -> Stream.of(MediaKind.VIDEO);
            case "audio" -> Stream.of(MediaKind.AUDIO);
            case "" -> type.isEmpty() ? Stream.of(MediaKind.PICTURE) : ofType(type).stream();
            default -> Stream.empty();
        };
    }

    private static Optional<MediaKind> ofType(@Nullable String type) {
        String folded = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
        if (folded.startsWith("image/")) {
            return Optional.of(MediaKind.PICTURE);
        }
        if (folded.startsWith("video/")) {
            return Optional.of(MediaKind.VIDEO);
        }
        return folded.startsWith("audio/") ? Optional.of(MediaKind.AUDIO) : Optional.empty();
    }

    private static Stream<ArticleMedia.Rendition> rendition(Element content) {
        String url = content.getAttributeValue("url");
        return url == null
                ? Stream.empty()
                : rendition(url, content.getAttributeValue("type"), pixels(content, "width"), pixels(content, "height"))
                        .stream();
    }

    private static Optional<ArticleMedia.Rendition> rendition(
            String url, @Nullable String type, @Nullable Integer width, @Nullable Integer height) {
        try {
            return Optional.of(new ArticleMedia.Rendition(url, type, width, height));
        } catch (RequestFailure unusable) {
            return Optional.empty();
        }
    }

    /** Null for what is no number of pixels: many feeds have none, or a zero. */
    private static @Nullable Integer pixels(Element content, String side) {
        String text = content.getAttributeValue(side, "").strip();
        boolean digits =
                !text.isEmpty() && text.length() < MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int pixels = digits ? Integer.parseInt(text) : 0;
        return pixels == 0 ? null : pixels;
    }

    private static @Nullable String text(Element content, Element around, String name) {
        String own = content.getChildText(name, MEDIA);
        String text = own == null ? around.getChildText(name, MEDIA) : own;
        String plain = text == null ? "" : FormText.plain(text);
        return plain.isEmpty() ? null : plain;
    }
}
