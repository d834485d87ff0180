package org.khabar.article.importing.json;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.importing.draft.ImportWarning;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;
import org.khabar.article.importing.form.DraftMaker;
import org.khabar.article.importing.form.FormContext;
import org.khabar.article.importing.form.FormItem;
import org.khabar.article.importing.form.FormText;
import org.khabar.article.outlet.Outlet;

/**
 * A ninjs item (IPTC News in JSON). The lines differ in names more than in meaning: {@code headline}, {@code body_xhtml}
 * and {@code versioncreated} of 1.x are {@code headlines}, {@code bodies} and {@code versionCreated} of 3.x; all are
 * read, whatever line an item says it is of. Members that providers add are allowed, as the schema of 1.x does.
 *
 * <p>The time of publication is that of the first version where it is stated, which stays the same when the item is sent
 * again changed.
 */
final class NinjsForm {

    private static final Map<String, Optional<ArticleKind>> TYPES = Map.ofEntries(
            entry("text", Optional.of(ArticleKind.NEWS)),
            entry("composite", Optional.of(ArticleKind.NEWS)),
            entry("picture", Optional.of(ArticleKind.PHOTO_STORY)),
            entry("video", Optional.of(ArticleKind.VIDEO)),
            entry("audio", Optional.empty()),
            entry("graphic", Optional.empty()),
            entry("animation", Optional.empty()),
            entry("component", Optional.empty()),
            entry("package", Optional.empty()),
            entry("event", Optional.empty()),
            entry("planning", Optional.empty()));

    private static final Map<String, Boolean> STATUSES = Map.of("usable", true, "withheld", false, "canceled", false);

    private static final Map<String, ArticleKind> GENRES = Map.ofEntries(
            entry("opinion", ArticleKind.OPINION),
            entry("column", ArticleKind.OPINION),
            entry("analysis", ArticleKind.ANALYSIS),
            entry("interview", ArticleKind.INTERVIEW),
            entry("cartoon", ArticleKind.CARTOON));

    private NinjsForm() {}

    /** Whether an object is ninjs: all lines have {@code uri} as the one member that must be there. */
    static boolean isNinjs(JsonMembers item) {
        return item.has("uri") || item.has("standard") || item.has("$standard");
    }

    static FormItem.Read read(JsonMembers item, FormContext context) throws UnreadablePage {
        String uri = item.text("uri");
        if (uri == null || uri.isBlank()) {
            throw UnreadablePage.at(item.path("uri"), Reason.MALFORMED, "a ninjs item has a uri.");
        }
        refuseUnpublished(item, context.importTime());
        DraftMaker draft = new DraftMaker(context);
        kind(item, draft);
        draft.headline(headline(item));
        NinjsText.read(item, draft);
        draft.byline(byline(item));
        List<String> sources = sources(item);
        draft.credit(sources.isEmpty() ? null : String.join(", ", sources));
        draft.publishedAt(published(item, draft));
        language(item, draft);
        outlet(item, sources, context).ifPresent(draft::outlet);
        String url = FormText.isUrl(uri.strip()) ? uri.strip() : null;
        return new FormItem.Read(draft.make(url), url, uri.strip());
    }

    private static void refuseUnpublished(JsonMembers item, Instant now) throws UnreadablePage {
        Boolean usable = item.oneOf(STATUSES, "pubstatus", "pubStatus");
        if (usable != null && !usable) {
            throw UnreadablePage.at(
                    item.path(item.firstOf("pubstatus", "pubStatus").orElseThrow()),
                    Reason.NOT_FOR_PUBLICATION,
                    "an import publishes; a %s item is not for publication."
                            .formatted(item.text("pubstatus", "pubStatus")));
        }
        Instant embargo = item.time("embargoed", "embargoeduntil", "embargoedUntil");
        if (embargo != null && embargo.isAfter(now)) {
            throw UnreadablePage.at(
                    item.path(item.firstOf("embargoed", "embargoeduntil", "embargoedUntil")
                            .orElseThrow()),
                    Reason.NOT_FOR_PUBLICATION,
                    "an import publishes; the item is under embargo until %s.".formatted(embargo));
        }
    }

    private static void kind(JsonMembers item, DraftMaker draft) throws UnreadablePage {
        Optional<ArticleKind> kind = item.oneOf(TYPES, "type");
        if (kind != null) {
            draft.kind(kind.orElseThrow(() -> UnreadablePage.at(
                    item.path("type"), Reason.MALFORMED, "an article is text, composite, picture or video.")));
        }
        for (JsonMembers genre : item.objects("genre", "genres")) {
            String name = genre.text("name");
            ArticleKind known = name == null ? null : GENRES.get(name.strip().toLowerCase(Locale.ROOT));
            if (known != null) {
                draft.kind(known);
            }
        }
    }

    /** That of the role "main", else the first; of 1.x there is one. */
    private static @Nullable String headline(JsonMembers item) throws UnreadablePage {
        String only = item.text("headline");
        if (only != null) {
            return FormText.plain(only);
        }
        String first = null;
        for (JsonMembers headline : item.objects("headlines")) {
            String value = headline.text("value");
            if (value != null && "main".equals(headline.text("role"))) {
                return FormText.plain(value);
            }
            first = first == null ? value : first;
        }
        String named = first == null ? item.text("title") : first;
        return named == null ? null : FormText.plain(named);
    }

    private static @Nullable String byline(JsonMembers item) throws UnreadablePage {
        String only = item.text("byline", "by");
        if (only != null) {
            return FormText.plain(only);
        }
        List<String> names = new ArrayList<>();
        for (JsonMembers byline : item.objects("bylines")) {
            String name = byline.text("by", "byline", "name", "value");
            if (name != null && !name.isBlank()) {
                names.add(FormText.plain(name));
            }
        }
        return names.isEmpty() ? null : String.join(", ", names);
    }

    private static List<String> sources(JsonMembers item) throws UnreadablePage {
        List<String> names = new ArrayList<>();
        for (JsonMembers source : item.objects("infosource", "infosources", "infoSources")) {
            String name = source.text("name");
            if (name != null && !name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names.stream().distinct().collect(Collectors.toList());
    }

    private static @Nullable Instant published(JsonMembers item, DraftMaker draft) throws UnreadablePage {
        Instant version = item.time("versioncreated", "versionCreated");
        Instant first = item.time("firstcreated", "firstCreated");
        if (first == null && version != null) {
            draft.warn(
                    ImportWarning.Code.UPDATE_DATE_USED,
                    "The item says only when this version of it was made; that is used.");
        }
        return first == null ? version : first;
    }

    private static void language(JsonMembers item, DraftMaker draft) throws UnreadablePage {
        String language = item.text("language");
        if (language == null || language.isBlank()) {
            return;
        }
        draft.language(FormContext.languageTag(language)
                .orElseThrow(() -> UnreadablePage.at(
                        item.path("language"),
                        Reason.MALFORMED,
                        "\"%s\" is not a BCP 47 tag.".formatted(JsonMembers.shown(language)))));
    }

    /** A source that is an outlet we know, else the holder of the rights, when its name is that of one. */
    private static Optional<Outlet> outlet(JsonMembers item, List<String> sources, FormContext context)
            throws UnreadablePage {
        List<String> names = new ArrayList<>(sources);
        String holder = item.text("copyrightholder", "copyrightHolder");
        if (holder != null) {
            names.add(holder);
        }
        return names.stream()
                .flatMap(name -> context.outlets().findByName(name).stream())
                .findFirst();
    }
}
