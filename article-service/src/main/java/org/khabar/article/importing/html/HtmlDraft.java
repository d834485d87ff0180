package org.khabar.article.importing.html;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.BlockKind;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.DraftBlock;
import org.khabar.article.importing.draft.DraftExtras;
import org.khabar.article.importing.draft.DraftImage;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.draft.ImportWarning.Code;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;
import org.khabar.article.importing.html.PageFacts.Property;
import org.khabar.article.importing.page.OutletNames.KnownOutlet;
import org.khabar.article.importing.page.PageSignature;
import org.khabar.article.importing.page.PageWords;
import org.khabar.article.text.Folding;

/** One page on its way to a draft. */
final class HtmlDraft {

    private final Document page;
    private final HtmlContext context;
    private final HtmlNotes notes = new HtmlNotes();

    HtmlDraft(Document page, HtmlContext context) {
        this.page = page;
        this.context = context;
    }

    ArticleDraft make() throws UnreadablePage {
        FactsReader reader = new FactsReader(page);
        PageFacts facts = reader.read();
        if (reader.isBroken()) {
            notes.warn(
                    Code.UNREADABLE_METADATA, "The page's JSON-LD is broken; what stands before the fault was read.");
        }
        HtmlOutline outline = HtmlOutline.of(page);
        ArticleFinder finder = new ArticleFinder(outline);
        finder.markSiteParts();
        HtmlHeadline headline = HtmlHeadline.find(facts, outline)
                .orElseThrow(() -> new UnreadablePage(Reason.NO_HEADLINE, "The page has no headline.", null));
        Spot article = finder.find(facts.body().orElse(null), headline.index());
        VisibleSignature signature = new VisibleSignature(outline, context.names());
        if (article != null) {
            signature.read(headline.index(), article);
        }
        ArticleText text =
                article == null ? null : new ArticleCutter(outline, article, headline, signature.used()).cut();
        HtmlBlocks.Result body;
        List<DraftImage> above = List.of();
        if (article == null || text == null || StatedBody.isMissing(facts, text)) {
            body = new HtmlBlocks.Result(StatedBody.blocks(facts), List.of());
            if (!body.blocks().isEmpty()) {
                notes.warn(Code.BODY_FROM_METADATA, "The page shows no text; that of its JSON-LD is used.");
            }
        } else {
            FigureReader figures = new FigureReader(outline);
            List<Figure> inside = figures.read(article.from, article.to);
            List<Figure> before = above(figures, headline.index(), article, inside);
            above = before.stream()
                    .map(figure -> new DraftImage(figure.url(), figure.caption(), figure.credit(), null))
                    .toList();
            body = blocks(outline, text, inside);
            leaveOut(text, headline, signature, Stream.concat(before.stream(), inside.stream()));
        }
        if (body.blocks().stream()
                .allMatch(block ->
                        block.kind() == BlockKind.HEADING || block.text().isBlank())) {
            throw new UnreadablePage(Reason.NO_BODY, "The page has no text of an article.", null);
        }
        return assemble(facts, headline, signature, body, above);
    }

    private static List<Figure> above(FigureReader figures, int headline, Spot article, List<Figure> inside) {
        int from = headline < 0 || headline > article.from ? article.from : headline;
        Set<String> known = inside.stream().map(Figure::url).collect(Collectors.toSet());
        return figures.read(from, article.from).stream()
                .filter(figure -> !known.contains(figure.url()))
                .toList();
    }

    private static HtmlBlocks.Result blocks(HtmlOutline outline, ArticleText text, List<Figure> figures) {
        Map<Passage, Integer> places = new HashMap<>();
        for (int i = 0; i < outline.passages().size(); i++) {
            places.putIfAbsent(outline.passages().get(i), i);
        }
        List<Integer> indexes = text.kept().stream().map(places::get).toList();
        return new HtmlBlocks(text.kept(), figures).make(indexes);
    }

    private void leaveOut(ArticleText text, HtmlHeadline headline, VisibleSignature signature, Stream<Figure> figures) {
        Set<Passage> used = new HashSet<>(signature.used());
        figures.forEach(figure -> used.addAll(figure.captions()));
        text.leftOut().stream()
                .filter(part -> !used.contains(part.passage()))
                .filter(part ->
                        !headline.headline().value().equals(part.passage().text()))
                .forEach(part -> notes.leaveOut(part.passage().text(), part.reason()));
    }

    private ArticleDraft assemble(
            PageFacts facts,
            HtmlHeadline headline,
            VisibleSignature signature,
            HtmlBlocks.Result body,
            List<DraftImage> above) {
        notes.from("headline", headline.headline().origin());
        Optional<Stated<String>> url = StatedUrl.find(facts);
        url.ifPresent(stated -> notes.from("url", stated.origin()));
        KnownOutlet outlet = outlet(facts, signature, url.map(Stated::value).orElse(null));
        HtmlTimes times = new HtmlTimes(facts, signature, new PageTimes(outlet.zone(), context.importTime()));
        Instant published = published(times);
        Instant updated = times.updated(published).map(this::noted).orElse(null);
        notes.warnAll(times.warnings());
        String language = language(facts, headline.headline().value(), body.blocks());
        Signer signer = signer(facts, signature, body.blocks(), language);
        ArticleKind kind = StatedKind.find(facts)
                .map(stated -> noted("kind", stated))
                .orElseGet(() -> noted("kind", new Stated<>(ArticleKind.NEWS, FieldOrigin.DEFAULT)));
        List<DraftImage> images = new ArrayList<>(above);
        images.addAll(body.images());
        if (images.isEmpty()) {
            StatedImage.find(facts).ifPresent(images::add);
        }
        return new ArticleDraft(
                outlet.code(),
                headline.headline().value(),
                language,
                kind,
                signer.byline(),
                signer.credit(),
                published,
                times.isStated(),
                body.blocks(),
                notes.provenance(),
                notes.leftOut(),
                notes.warnings(),
                new DraftExtras(url.map(Stated::value).orElse(null), updated, images));
    }

    private Instant published(HtmlTimes times) {
        Stated<Instant> published = times.published().orElse(null);
        if (published == null) {
            notes.from("publishedAt", FieldOrigin.IMPORT_TIME);
            notes.warn(Code.MISSING_DATE, "The page states no date; the time of the import is used.");
            return context.importTime();
        }
        notes.from("publishedAt", published.origin());
        if (published.value().isAfter(context.importTime().plus(Duration.ofMinutes(10)))) {
            notes.warn(Code.FUTURE_DATE, "The page says %s, which is in the future.".formatted(published.value()));
        }
        if (times.isOfUpdate()) {
            notes.warn(Code.UPDATE_DATE_USED, "The page says only when it was last changed; that is used.");
        }
        return published.value();
    }

    private Instant noted(Stated<Instant> updated) {
        return noted("updatedAt", updated);
    }

    private <T> T noted(String field, Stated<T> stated) {
        notes.from(field, stated.origin());
        return stated.value();
    }

    private KnownOutlet outlet(PageFacts facts, VisibleSignature signature, @Nullable String url) {
        KnownOutlet given = context.outlet();
        if (given != null) {
            return noted("outlet", new Stated<>(given, context.outletOrigin()));
        }
        Optional<Stated<KnownOutlet>> found = Optional.ofNullable(url)
                .flatMap(StatedUrl::host)
                .flatMap(context.hosts()::findByHost)
                .map(outlet -> new Stated<>(outlet, FieldOrigin.URL_HOST))
                .or(() -> facts.list(Property.PUBLISHER).stream()
                        .flatMap(name -> context.names().findByName(name.value()).stream()
                                .map(outlet -> new Stated<>(outlet, name.origin())))
                        .findFirst())
                .or(() -> signature.outlet().map(outlet -> new Stated<>(outlet, FieldOrigin.PAGE)));
        return found.map(outlet -> noted("outlet", outlet)).orElseGet(this::unknownOutlet);
    }

    private KnownOutlet unknownOutlet() {
        notes.from("outlet", FieldOrigin.DEFAULT);
        notes.warn(
                Code.UNKNOWN_OUTLET,
                "The page names no outlet that is known; its times are taken as %s."
                        .formatted(context.fallback().zone()));
        return context.fallback();
    }

    private String language(PageFacts facts, String headline, List<DraftBlock> blocks) {
        String given = context.language();
        if (given != null) {
            return noted("language", new Stated<>(given, FieldOrigin.ARGUMENT));
        }
        String text = headline + "\n" + blocks.stream().map(DraftBlock::text).collect(Collectors.joining("\n"));
        Optional<Stated<String>> language =
                StatedLanguage.choose(facts, PageWords.guessLanguage(text).orElse(null));
        if (language.isEmpty()) {
            notes.warn(Code.UNKNOWN_LANGUAGE, "The language was not recognised.");
        }
        return noted("language", language.orElse(new Stated<>("und", FieldOrigin.DETECTED)));
    }

    /** Who signs, and whose text it is. */
    private record Signer(@Nullable String byline, @Nullable String credit) {}

    private Signer signer(PageFacts facts, VisibleSignature signature, List<DraftBlock> blocks, String language) {
        StatedAuthors authors = StatedAuthors.find(facts, language).orElse(null);
        boolean weak = authors != null && authors.byline() != null && isOfSite(authors.byline(), facts);
        Stated<String> byline = authors != null && authors.byline() != null && !(weak && signature.isSignedByPerson())
                ? new Stated<>(authors.byline(), authors.origin())
                : signature
                        .byline()
                        .map(name -> new Stated<>(name, FieldOrigin.PAGE))
                        .orElse(null);
        Stated<String> credit = authors != null && authors.credit() != null
                ? new Stated<>(authors.credit(), authors.origin())
                : signature
                        .credit()
                        .or(() -> agency(blocks))
                        .map(name -> new Stated<>(name, FieldOrigin.PAGE))
                        .orElse(null);
        return new Signer(
                byline == null ? null : noted("byline", byline), credit == null ? null : noted("credit", credit));
    }

    /** Whether a name is the site's own: many systems state it as the author of all. */
    private boolean isOfSite(String name, PageFacts facts) {
        return context.names().findByName(name).isPresent()
                || facts.list(Property.PUBLISHER).stream()
                        .anyMatch(site -> Folding.key(site.value()).equals(Folding.key(name)));
    }

    private static Optional<String> agency(List<DraftBlock> blocks) {
        List<String> paragraphs = blocks.stream()
                .filter(block -> block.kind() == BlockKind.PARAGRAPH)
                .map(DraftBlock::text)
                .toList();
        return paragraphs.isEmpty()
                ? Optional.empty()
                : PageSignature.findAgency(paragraphs.getFirst(), paragraphs.getLast());
    }
}
