package org.khabar.article.importing.json;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleMedia;
import org.khabar.article.article.MediaKind;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.importing.draft.ImportWarning;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.form.DraftMaker;

/**
 * The media of a ninjs item: what it is itself when it is a picture or a video, and the pictures, graphics, videos and
 * sounds that are associated with it. One whose links cannot be kept is left out with a warning.
 */
final class NinjsMedia {

    private static final Map<String, MediaKind> KINDS = Map.ofEntries(
            entry("picture", MediaKind.PICTURE),
            entry("graphic", MediaKind.GRAPHIC),
            entry("video", MediaKind.VIDEO),
            entry("audio", MediaKind.AUDIO));

    private NinjsMedia() {}

    static void read(JsonMembers item, DraftMaker draft) throws UnreadablePage {
        List<JsonMembers> media = new ArrayList<>();
        media.add(item);
        media.addAll(item.listed("associations"));
        List<ArticleMedia> read = new ArrayList<>();
        boolean leftOut = false;
        for (JsonMembers medium : media) {
            MediaKind kind = kind(medium);
            List<JsonMembers> renditions = kind == null ? List.of() : medium.listed("renditions");
            if (kind != null && !renditions.isEmpty()) {
                Optional<ArticleMedia> usable = medium(kind, medium, renditions);
                usable.ifPresent(read::add);
                leftOut |= usable.isEmpty();
            }
        }
        if (leftOut) {
            draft.warn(ImportWarning.Code.UNUSABLE_MEDIA, "A medium of the item has no link that can be kept.");
        }
        draft.media(read.isEmpty() ? null : read);
    }

    private static @Nullable MediaKind kind(JsonMembers medium) throws UnreadablePage {
        String type = medium.text("type");
        return type == null ? null : KINDS.get(type.strip().toLowerCase(Locale.ROOT));
    }

    private static Optional<ArticleMedia> medium(MediaKind kind, JsonMembers medium, List<JsonMembers> renditions)
            throws UnreadablePage {
        List<ArticleMedia.Rendition> usable = new ArrayList<>();
        for (JsonMembers rendition : renditions) {
            rendition(rendition).ifPresent(usable::add);
        }
        if (usable.isEmpty()) {
            return Optional.empty();
        }
        List<String> sources = NinjsNames.sources(medium);
        String notice = medium.text("copyrightnotice", "copyrightNotice");
        try {
            return Optional.of(new ArticleMedia(
                    kind,
                    NinjsText.caption(medium),
                    NinjsNames.byline(medium),
                    sources.isEmpty() ? null : String.join(", ", sources),
                    notice == null ? medium.text("copyrightholder", "copyrightHolder") : notice,
                    medium.text("usageterms", "usageTerms"),
                    usable));
        } catch (RequestFailure unusable) {
            return Optional.empty();
        }
    }

    private static Optional<ArticleMedia.Rendition> rendition(JsonMembers rendition) throws UnreadablePage {
        String href = rendition.text("href");
        if (href == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ArticleMedia.Rendition(
                    href,
                    rendition.text("contentType", "contenttype", "mimetype"),
                    rendition.number("width"),
                    rendition.number("height")));
        } catch (RequestFailure unusable) {
            return Optional.empty();
        }
    }
}
