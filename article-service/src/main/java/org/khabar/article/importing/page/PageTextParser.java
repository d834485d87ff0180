package org.khabar.article.importing.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.BlockKind;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.DraftBlock;
import org.khabar.article.importing.draft.DraftExtras;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.draft.ImportWarning;
import org.khabar.article.importing.draft.UnreadablePage;

/**
 * Makes a draft of the visible text of a page. Every line that is not blank ends up in exactly one place: in a block, as
 * the origin of a field, or left out with a reason; only an agency is read off a line that stays in its block.
 */
public final class PageTextParser {

    private static final int MAX_NAME_LENGTH = 80;

    private final OutletNames outlets;
    private final int maxLines;

    /** @param maxLines how many lines that are not blank a page may have */
    public PageTextParser(OutletNames outlets, int maxLines) {
        this.outlets = text -> text.length() > MAX_NAME_LENGTH ? Optional.empty() : outlets.findByName(text);
        this.maxLines = maxLines;
    }

    /** @throws UnreadablePage when the page is no article: it is empty, too long, or without headline or text */
    public ArticleDraft parse(String page, PageContext context) throws UnreadablePage {
        List<PageLine> lines = PageLines.split(page, maxLines);
        if (lines.isEmpty()) {
            throw new UnreadablePage(UnreadablePage.Reason.EMPTY, "The page is empty.", null);
        }
        DraftNotes notes = new DraftNotes();
        Signatures signatures = new Signatures(outlets);
        HeaderReader.Result head = new HeaderReader(lines, outlets, signatures, notes).read();
        PageHeader header = head.header();
        List<DraftBlock> blocks = new BlockMaker(readBody(header, head.body(), signatures, notes)).make();
        if (blocks.stream().allMatch(block -> block.kind() == BlockKind.HEADING)) {
            throw new UnreadablePage(
                    UnreadablePage.Reason.NO_BODY,
                    "The page has no text under its headline on line %d."
                            .formatted(header.headline().number()),
                    header.headline().number());
        }
        return assemble(header, blocks, context, notes);
    }

    private static List<BodyElement> readBody(
            PageHeader header, List<PageLine> body, Signatures signatures, DraftNotes notes) {
        List<BodyElement> read = new BodyReader(header, body, signatures, notes).read();
        List<BodyElement> text = new ListedHeadlines(read, signatures).cut(notes);
        List<BodyElement> unsigned = new ClosingSignature(header, signatures, notes).cut(text);
        AgencyCredit.find(unsigned)
                .ifPresent(credit -> header.offerCredit(
                        credit.agencies(), credit.element().lines().getFirst()));
        return Unwrapping.unwrap(unsigned);
    }

    private static ArticleDraft assemble(
            PageHeader header, List<DraftBlock> blocks, PageContext context, DraftNotes notes) {
        header.noteProvenance(notes);
        OutletNames.KnownOutlet outlet = outlet(header, context, notes);
        PublicationTime.Resolved time = PublicationTime.resolve(header, outlet.zone(), context.importTime(), notes);
        String language = language(header, blocks, context, notes);
        Optional<ArticleKind> kind = KindLabel.find(
                notes.leftOut(), header.headline().number(), blocks.getFirst().firstLine());
        notes.from("kind", kind.isPresent() ? FieldOrigin.DETECTED : FieldOrigin.DEFAULT);
        return new ArticleDraft(
                outlet.code(),
                header.headline().text(),
                language,
                kind.orElse(ArticleKind.NEWS),
                header.signature(),
                header.credit(),
                time.instant(),
                time.stated(),
                blocks,
                notes.provenance(),
                notes.leftOut(),
                notes.warnings(),
                DraftExtras.NONE);
    }

    private static OutletNames.KnownOutlet outlet(PageHeader header, PageContext context, DraftNotes notes) {
        if (context.outlet() != null) {
            notes.from("outlet", context.outletOrigin());
            return context.outlet();
        }
        if (header.outlet() != null) {
            return header.outlet();
        }
        notes.from("outlet", FieldOrigin.DEFAULT);
        notes.warn(
                ImportWarning.Code.UNKNOWN_OUTLET,
                "The page names no outlet that is known; its times are taken as %s."
                        .formatted(context.fallback().zone()),
                null);
        return context.fallback();
    }

    private static String language(PageHeader header, List<DraftBlock> blocks, PageContext context, DraftNotes notes) {
        if (context.language() != null) {
            notes.from("language", FieldOrigin.ARGUMENT);
            return context.language();
        }
        notes.from("language", FieldOrigin.DETECTED);
        String text = Stream.concat(
                        Stream.of(header.headline().text()), blocks.stream().map(DraftBlock::text))
                .collect(Collectors.joining("\n"));
        return LanguageGuess.guess(text).orElseGet(() -> {
            notes.warn(ImportWarning.Code.UNKNOWN_LANGUAGE, "The language was not recognised.", null);
            return "und";
        });
    }
}
