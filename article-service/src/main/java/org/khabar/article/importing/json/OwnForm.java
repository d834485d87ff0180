package org.khabar.article.importing.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.Standing;
import org.khabar.article.article.workflow.ArticleState;
import org.khabar.article.importing.draft.DraftBlock;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;
import org.khabar.article.importing.form.DraftMaker;
import org.khabar.article.importing.form.FormContext;
import org.khabar.article.importing.form.FormItem;
import org.khabar.article.importing.form.FormText;
import org.khabar.article.outlet.Outlet;

/**
 * Khabar's own form: the members have the names of the fields of {@code Article}. An object as GraphQL answers it can be
 * imported, and so can a line of an export: what the archive gives itself (id, version, updatedAt, cursor, a block's
 * position) is not looked at.
 */
final class OwnForm {

    private static final Set<String> MEMBERS = Set.of(
            "headline",
            "blocks",
            "text",
            "url",
            "outlet",
            "language",
            "publishedAt",
            "kind",
            "byline",
            "credit",
            "externalId",
            "id",
            "version",
            "updatedAt",
            "status",
            "correctionNote",
            "corrections",
            "embargoUntil",
            "withdrawalReason",
            "media",
            "subjects",
            "cursor",
            "__typename");
    private static final Set<String> BLOCK_MEMBERS = Set.of("kind", "text", "position", "__typename");

    private static final Map<String, ArticleKind> KINDS = Stream.of(ArticleKind.values())
            .collect(Collectors.toUnmodifiableMap(kind -> kind.name().toLowerCase(Locale.ROOT), kind -> kind));
    private static final Map<String, BlockKind> BLOCK_KINDS = Stream.of(BlockKind.values())
            .collect(Collectors.toUnmodifiableMap(kind -> kind.name().toLowerCase(Locale.ROOT), kind -> kind));

    private OwnForm() {}

    static FormItem read(JsonMembers item, FormContext context) throws UnreadablePage {
        item.allowOnly(MEMBERS);
        Standing standing = OwnStatus.read(item, context.importTime());
        ArticleState state = standing.state();
        DraftMaker draft = new DraftMaker(context);
        draft.headline(item.text("headline"));
        draft.byline(item.text("byline"));
        draft.credit(item.text("credit"));
        Instant published = item.time("publishedAt");
        if (state instanceof ArticleState.Scheduled scheduled) {
            draft.plannedFor(scheduled.embargoUntil());
        } else {
            draft.publishedAt(published);
        }
        draft.blocks(blocks(item));
        draft.media(OwnMedia.read(item));
        draft.subjects(OwnMedia.subjects(item));
        ArticleKind kind = item.oneOf(KINDS, "kind");
        if (kind != null) {
            draft.kind(kind);
        }
        String language = item.text("language");
        if (language != null) {
            draft.language(languageTag(item, language));
        }
        Outlet outlet = outlet(item, context);
        if (outlet != null) {
            draft.outlet(outlet);
        }
        String url = item.text("url");
        String name = item.text("externalId");
        if (state instanceof ArticleState.Withdrawn withdrawn) {
            return new FormItem.Canceled(url, name, draft.make(url), withdrawn.reason());
        }
        draft.standing(standing);
        return new FormItem.Read(draft.make(url), url, name);
    }

    private static List<DraftBlock> blocks(JsonMembers item) throws UnreadablePage {
        String text = item.text("text");
        if (text != null && item.has("blocks")) {
            throw UnreadablePage.at(item.path("text"), Reason.MALFORMED, "an item has either text or blocks.");
        }
        if (text != null) {
            return FormText.paragraphs(text);
        }
        List<DraftBlock> blocks = new ArrayList<>();
        for (JsonMembers block : item.objects("blocks")) {
            block.allowOnly(BLOCK_MEMBERS);
            BlockKind kind = block.oneOf(BLOCK_KINDS, "kind");
            blocks.add(new DraftBlock(
                    kind == null ? BlockKind.PARAGRAPH : kind,
                    blockText(block, kind),
                    blocks.size() + 1,
                    blocks.size() + 1));
        }
        return blocks;
    }

    /** As it is: what the archive gave out comes back the same. */
    private static String blockText(JsonMembers block, @Nullable BlockKind kind) throws UnreadablePage {
        String text = block.text("text");
        if (text == null || (text.isBlank() && kind != BlockKind.IMAGE)) {
            throw UnreadablePage.at(block.path("text"), Reason.MALFORMED, "a block has text.");
        }
        return text;
    }

    private static String languageTag(JsonMembers item, String language) throws UnreadablePage {
        if (language.equals("und")) {
            return language;
        }
        return FormContext.languageTag(language)
                .orElseThrow(() -> UnreadablePage.at(
                        item.path("language"),
                        Reason.MALFORMED,
                        "\"%s\" is not a BCP 47 tag.".formatted(JsonMembers.shown(language))));
    }

    /** By its code, as arguments have it, or as GraphQL answers it. */
    private static @Nullable Outlet outlet(JsonMembers item, FormContext context) throws UnreadablePage {
        JsonMembers object = item.object("outlet").orElse(null);
        String code = object == null ? item.text("outlet") : object.text("code");
        if (code == null) {
            return null;
        }
        return context.outlets()
                .findByCode(code.strip())
                .orElseThrow(() -> UnreadablePage.at(
                        object == null ? item.path("outlet") : object.path("code"),
                        Reason.MALFORMED,
                        "there is no outlet with the code \"%s\".".formatted(JsonMembers.shown(code))));
    }
}
