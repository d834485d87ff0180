package org.khabar.article.importing.json;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.Standing;
import org.khabar.article.article.StatedCorrection;
import org.khabar.article.article.workflow.ArticleState;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.ImportWarning;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;
import org.khabar.article.importing.form.DraftMaker;
import org.khabar.article.importing.form.FormContext;
import org.khabar.article.importing.form.FormItem;
import org.khabar.article.importing.form.FormText;

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

    private static final Map<String, ArticleKind> GENRES = Map.ofEntries(
            entry("opinion", ArticleKind.OPINION),
            entry("column", ArticleKind.OPINION),
            entry("analysis", ArticleKind.ANALYSIS),
            entry("interview", ArticleKind.INTERVIEW),
            entry("cartoon", ArticleKind.CARTOON),
            entry("photo_story", ArticleKind.PHOTO_STORY),
            entry("video", ArticleKind.VIDEO));

    private NinjsForm() {}

    /** Whether an object is ninjs: all lines have {@code uri} as the one member that must be there. */
    static boolean isNinjs(JsonMembers item) {
        return item.has("uri") || item.has("standard") || item.has("$standard");
    }

    static FormItem read(JsonMembers item, FormContext context) throws UnreadablePage {
        String uri = item.text("uri");
        if (uri == null || uri.isBlank()) {
            throw UnreadablePage.at(item.path("uri"), Reason.MALFORMED, "a ninjs item has a uri.");
        }
        NinjsStatus status = NinjsStatus.of(item);
        DraftMaker draft = draft(item, status, context);
        String url = url(item, uri.strip());
        if (status.canceled()) {
            return new FormItem.Canceled(url, uri.strip(), repeated(draft, url), status.reason());
        }
        return new FormItem.Read(draft.make(url), url, uri.strip());
    }

    private static DraftMaker draft(JsonMembers item, NinjsStatus status, FormContext context) throws UnreadablePage {
        DraftMaker draft = new DraftMaker(context);
        kind(item, draft);
        draft.headline(headline(item));
        NinjsText.read(item, draft);
        draft.byline(NinjsNames.byline(item));
        List<String> sources = NinjsNames.sources(item);
        draft.credit(sources.isEmpty() ? null : String.join(", ", sources));
        Instant published = published(item, status.embargo(), draft);
        if (published != null && !status.state(context.importTime()).isVisibleToReaders()) {
            draft.plannedFor(published);
        } else {
            draft.publishedAt(published);
        }
        language(item, draft);
        NinjsNames.outlet(item, context).ifPresent(draft::outlet);
        NinjsMedia.read(item, draft);
        draft.subjects(NinjsSubjects.read(item));
        draft.standing(standing(item, status, context.importTime()));
        return draft;
    }

    /** Corrections are told by descriptions of that role, the last one first, for ninjs has no member for them. */
    private static Standing standing(JsonMembers item, NinjsStatus status, Instant now) throws UnreadablePage {
        ArticleState state = status.state(now);
        List<StatedCorrection> corrections = NinjsText.corrections(item);
        boolean corrected = !corrections.isEmpty() && state instanceof ArticleState.Published;
        return new Standing(
                corrected ? new ArticleState.Corrected(corrections.getLast().note()) : state,
                status.note(),
                !status.withheld(),
                corrected ? corrections : List.of());
    }

    /** What an item that cancels an article repeats of it; many repeat nothing. */
    private static @Nullable ArticleDraft repeated(DraftMaker draft, @Nullable String url) {
        try {
            return draft.make(url);
        } catch (UnreadablePage nothing) {
            return null;
        }
    }

    /** Its uri when that is one, else the other name that is its address in the web. */
    private static @Nullable String url(JsonMembers item, String uri) throws UnreadablePage {
        if (FormText.isUrl(uri)) {
            return uri;
        }
        for (JsonMembers other : item.listed("altIds", "altids")) {
            String value = other.text("value");
            if (value != null && "web".equals(other.text("role")) && FormText.isUrl(value.strip())) {
                return value.strip();
            }
        }
        return null;
    }

    private static void kind(JsonMembers item, DraftMaker draft) throws UnreadablePage {
        Optional<ArticleKind> kind = item.oneOf(TYPES, "type");
        if (kind != null) {
            draft.kind(kind.orElseThrow(() -> UnreadablePage.at(
                    item.path("type"), Reason.MALFORMED, "an article is text, composite, picture or video.")));
        }
        for (JsonMembers genre : item.objects("genre", "genres")) {
            for (String member : List.of("name", "literal")) {
                String name = genre.text(member);
                ArticleKind known =
                        name == null ? null : GENRES.get(name.strip().toLowerCase(Locale.ROOT));
                if (known != null) {
                    draft.kind(known);
                }
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
            String value = NinjsText.line(headline);
            if (value != null && "main".equals(headline.text("role"))) {
                return value;
            }
            first = first == null ? value : first;
        }
        String title = item.text("title");
        return first != null || title == null ? first : FormText.plain(title);
    }

    /** Not before its embargo ends, whenever it was made. */
    private static @Nullable Instant published(JsonMembers item, @Nullable Instant embargo, DraftMaker draft)
            throws UnreadablePage {
        Instant created = created(item, draft);
        return embargo != null && (created == null || embargo.isAfter(created)) ? embargo : created;
    }

    private static @Nullable Instant created(JsonMembers item, DraftMaker draft) throws UnreadablePage {
        Instant version = item.time("versioncreated", "versionCreated");
        Instant first = item.time("firstcreated", "firstCreated", "contentcreated", "contentCreated");
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
        if (language.strip().equals("und")) {
            draft.language("und");
            return;
        }
        draft.language(FormContext.languageTag(language)
                .orElseThrow(() -> UnreadablePage.at(
                        item.path("language"),
                        Reason.MALFORMED,
                        "\"%s\" is not a BCP 47 tag.".formatted(JsonMembers.shown(language)))));
    }
}
