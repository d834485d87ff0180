package org.khabar.article.importing;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleContent;
import org.khabar.article.article.ArticleMedia;
import org.khabar.article.article.ArticleStore;
import org.khabar.article.article.ArticleUrl;
import org.khabar.article.article.PreparedArticle;
import org.khabar.article.article.TextBlock;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.DraftBlock;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.form.FormContext;
import org.khabar.article.importing.form.FormItem;
import org.khabar.article.importing.form.FormText;
import org.khabar.article.importing.json.JsonForm;
import org.khabar.article.importing.page.OutletNames.KnownOutlet;
import org.khabar.article.importing.page.PageContext;
import org.khabar.article.importing.page.PageDecoder;
import org.khabar.article.importing.page.PageTextParser;
import org.khabar.article.outlet.Outlet;
import org.khabar.article.outlet.OutletIndex;
import org.khabar.article.outlet.OutletRegistry;
import org.khabar.article.text.LanguageTag;

/** Imports one page: parses it outside of any transaction, then stores the draft in one. */
@ApplicationScoped
public class PageImporter {

    private final OutletRegistry outlets;
    private final ArticleStore store;
    private final SecurityIdentity caller;
    private final JsonForm json;
    private final ImportConfig config;
    private final Clock clock;

    PageImporter(
            OutletRegistry outlets,
            ArticleStore store,
            SecurityIdentity caller,
            JsonForm json,
            ImportConfig config,
            Clock clock) {
        this.outlets = outlets;
        this.store = store;
        this.caller = caller;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    /** @throws RequestFailure when the page or an argument cannot be used; nothing is written then */
    ImportOutcome importPage(PageImport page) {
        OutletIndex index = outlets.index();
        String url = page.url() == null || page.url().isBlank() ? null : ArticleUrl.checked(page.url());
        return store(parse(page, url, index), url, page);
    }

    /**
     * Stores what a parser made of a page, whatever its form.
     *
     * @param page what the import says of it, which counts before what the page says
     */
    ImportOutcome store(ArticleDraft read, @Nullable String url, PageImport page) {
        ArticleDraft draft = page.kind() == null ? read : read.as(page.kind());
        refuseOversize(draft);
        Outlet outlet = outlets.getByCode(draft.outlet());
        List<ArticleMedia> media =
                page.media() == null ? DraftMedia.of(draft.extras().images()) : page.media();
        ArticleContent content = content(draft, outlet, url).with(media, page.subjects());
        return new ImportOutcome(store.store(content, author()), draft);
    }

    /** @throws RequestFailure as {@link #importPage} */
    ImportOutcome importJson(byte[] bytes, @Nullable String outlet, @Nullable String language) {
        Outlet named = outlet == null || outlet.isBlank() ? null : outlets.getByCode(outlet.strip());
        FormContext context = new FormContext(outlets.index(), named, null, language(language), null, clock.instant());
        try {
            return switch (json.parse(bytes, context).getFirst()) {
                case FormItem.Refused refused -> throw ImportFailures.of(refused.why());
                case FormItem.Read read ->
                    new ImportOutcome(
                            store.store(prepare(read.draft(), read.url()).content(), author()), read.draft());
            };
        } catch (UnreadablePage unreadable) {
            throw ImportFailures.of(unreadable);
        }
    }

    /**
     * A draft that a parser made of a form, ready to be stored.
     *
     * @param url where the article was published, as the form or the importer says
     * @throws RequestFailure when the draft is over a limit, or something in it cannot be used
     */
    public PreparedArticle prepare(ArticleDraft draft, @Nullable String url) {
        refuseOversize(draft);
        refuseUnstorable(draft);
        String checked = url == null || url.isBlank() ? null : ArticleUrl.checked(url);
        return PreparedArticle.of(content(draft, outlets.getByCode(draft.outlet()), checked));
    }

    private void refuseUnstorable(ArticleDraft draft) {
        long length = 0;
        try {
            FormText.check(draft.headline());
            FormText.check(Objects.requireNonNullElse(draft.byline(), ""));
            FormText.check(Objects.requireNonNullElse(draft.credit(), ""));
            for (DraftBlock block : draft.blocks()) {
                FormText.check(block.text());
                length += block.text().length();
            }
        } catch (UnreadablePage unreadable) {
            throw ImportFailures.of(unreadable);
        }
        if (length > config.maxBytes()) {
            throw ImportFailures.tooLarge(config.maxBytes());
        }
    }

    private ArticleDraft parse(PageImport page, @Nullable String url, OutletIndex index) {
        try {
            PageDecoder.check(page.text());
            PageTextParser parser =
                    new PageTextParser(name -> index.findByName(name).map(PageImporter::known), config.maxLines());
            return parser.parse(page.text(), context(page, url, index));
        } catch (UnreadablePage unreadable) {
            throw ImportFailures.of(unreadable);
        }
    }

    /** What the importer says of a page beside its text. */
    PageContext context(PageImport page, @Nullable String url, OutletIndex index) {
        Optional<Outlet> named = Optional.ofNullable(page.outlet())
                .filter(code -> !code.isBlank())
                .map(code -> outlets.getByCode(code.strip()));
        Optional<Outlet> given =
                named.or(() -> Optional.ofNullable(url).map(ArticleUrl::host).flatMap(index::findByHost));
        return new PageContext(
                given.map(PageImporter::known).orElse(null),
                named.isPresent() ? FieldOrigin.ARGUMENT : FieldOrigin.URL_HOST,
                known(outlets.getByCode(Outlet.UNKNOWN)),
                language(page.language()),
                clock.instant());
    }

    static KnownOutlet known(Outlet outlet) {
        return new KnownOutlet(outlet.code(), outlet.zone());
    }

    private static @Nullable String language(@Nullable String tag) {
        if (tag == null || tag.isBlank()) {
            return null;
        }
        return LanguageTag.find(tag).orElseThrow(() -> RequestFailure.badInput("The language is not a BCP 47 tag."));
    }

    private void refuseOversize(ArticleDraft draft) {
        if (draft.headline().length() > config.maxHeadlineLength()) {
            throw RequestFailure.limitExceeded("The headline has %d characters; the limit is %d."
                    .formatted(draft.headline().length(), config.maxHeadlineLength()));
        }
        if (draft.blocks().size() > config.maxBlocks()) {
            throw RequestFailure.limitExceeded("The page has %d paragraphs; the limit is %d."
                    .formatted(draft.blocks().size(), config.maxBlocks()));
        }
    }

    private static ArticleContent content(ArticleDraft draft, Outlet outlet, @Nullable String url) {
        return new ArticleContent(
                outlet.id(),
                url,
                draft.headline(),
                draft.language(),
                draft.kind(),
                draft.byline(),
                draft.credit(),
                draft.publishedAt(),
                draft.publishedAtStated(),
                draft.blocks().stream()
                        .map(block -> new TextBlock(block.kind(), block.text()))
                        .toList());
    }

    private String author() {
        return caller.getPrincipal().getName();
    }
}
