package org.khabar.article.importing.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleMedia;
import org.khabar.article.article.MediaKind;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;
import org.khabar.article.subject.SubjectCode;

/** Media and subjects in our own form, as the fields of {@code Article} have them. */
final class OwnMedia {

    private static final Set<String> MEMBERS = Set.of(
            "type", "caption", "byline", "creditLine", "copyrightNotice", "usageTerms", "renditions", "__typename");
    private static final Set<String> RENDITION_MEMBERS = Set.of("href", "contentType", "width", "height", "__typename");
    private static final Map<String, MediaKind> KINDS = Stream.of(MediaKind.values())
            .collect(Collectors.toUnmodifiableMap(kind -> kind.name().toLowerCase(Locale.ROOT), kind -> kind));

    private OwnMedia() {}

    /** The media; null when the item says nothing of any. */
    static @Nullable List<ArticleMedia> read(JsonMembers item) throws UnreadablePage {
        if (item.firstOf("media").isEmpty()) {
            return null;
        }
        List<ArticleMedia> media = new ArrayList<>();
        for (JsonMembers medium : item.objects("media")) {
            medium.allowOnly(MEMBERS);
            media.add(medium(medium));
        }
        return media;
    }

    /** Codes, each as a string or as an object with its code; null when the item says nothing of any. */
    static @Nullable List<String> subjects(JsonMembers item) throws UnreadablePage {
        List<String> texts = item.texts("subjects", "code");
        if (texts == null) {
            return null;
        }
        List<String> codes = new ArrayList<>(texts.size());
        for (String text : texts) {
            codes.add(SubjectCode.find(text)
                    .orElseThrow(() -> UnreadablePage.at(
                            "%s[%d]".formatted(item.path("subjects"), codes.size()),
                            Reason.MALFORMED,
                            "\"%s\" is no code of a subject, such as medtop:04000000."
                                    .formatted(JsonMembers.shown(text)))));
        }
        return codes;
    }

    private static ArticleMedia medium(JsonMembers medium) throws UnreadablePage {
        MediaKind kind = medium.oneOf(KINDS, "type");
        if (kind == null) {
            throw UnreadablePage.at(medium.path("type"), Reason.MALFORMED, "a medium has a type.");
        }
        List<ArticleMedia.Rendition> renditions = new ArrayList<>();
        for (JsonMembers rendition : medium.objects("renditions")) {
            rendition.allowOnly(RENDITION_MEMBERS);
            renditions.add(rendition(rendition));
        }
        try {
            return new ArticleMedia(
                    kind,
                    medium.text("caption"),
                    medium.text("byline"),
                    medium.text("creditLine"),
                    medium.text("copyrightNotice"),
                    medium.text("usageTerms"),
                    renditions);
        } catch (RequestFailure refused) {
            throw UnreadablePage.at(medium.path(), Reason.MALFORMED, refused.getMessage());
        }
    }

    private static ArticleMedia.Rendition rendition(JsonMembers rendition) throws UnreadablePage {
        String href = rendition.text("href");
        if (href == null) {
            throw UnreadablePage.at(rendition.path("href"), Reason.MALFORMED, "a rendition has an href.");
        }
        try {
            return new ArticleMedia.Rendition(
                    href, rendition.text("contentType"), rendition.number("width"), rendition.number("height"));
        } catch (RequestFailure refused) {
            throw UnreadablePage.at(rendition.path(), Reason.MALFORMED, refused.getMessage());
        }
    }
}
