package org.khabar.article.importing;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.Arrival;
import org.khabar.article.article.ArticleArrivals;
import org.khabar.article.article.ArticleContent;
import org.khabar.article.article.ArticleMedia;
import org.khabar.article.article.ArticleStore;
import org.khabar.article.article.ArticleUrl;
import org.khabar.article.article.Cancellation;
import org.khabar.article.article.ContentLimits;
import org.khabar.article.article.PreparedArticle;
import org.khabar.article.article.TextBlock;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.DraftBlock;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.draft.ImportWarning;
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
import org.khabar.article.text.StorableText;

/** Imports one page: parses it outside of any transaction, then stores the draft in one. */
@ApplicationScoped
public class PageImporter {

    /** A scheme and no white space, of a length that an index takes in any script. */
    private static final Pattern URI_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{1,30}:[^\\s\\p{Cntrl}]{1,450}");

    private final OutletRegistry outlets;
    private final ArticleStore store;
    private final SecurityIdentity caller;
    private final ArticleArrivals arrivals;
    private final ContentLimits limits;
    private final JsonForm json;
    private final ImportConfig config;
    private final Clock clock;

    PageImporter(
            OutletRegistry outlets,
            ArticleStore store,
            SecurityIdentity caller,
            ArticleArrivals arrivals,
            ContentLimits limits,
            JsonForm json,
            ImportConfig config,
            Clock clock) {
        this.outlets = outlets;
        this.store = store;
        this.caller = caller;
        this.arrivals = arrivals;
        this.limits = limits;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    /** @throws RequestFailure when the page or an argument cannot be used; nothing is written then */
    ImportOutcome importPage(PageImport page) {
        OutletIndex index = outlets.index();
        String url = checked(page.url());
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
        List<ArticleMedia> media = page.media() == null ? DraftMedia.of(draft) : page.media();
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
                case FormItem.Canceled canceled ->
                    new ImportOutcome(arrivals.cancel(prepare(canceled, mayMove()), author()), canceled.draft());
                case FormItem.Read read ->
                    new ImportOutcome(arrivals.store(prepare(read, mayMove()), author()), read.draft());
            };
        } catch (UnreadablePage unreadable) {
            throw ImportFailures.of(unreadable);
        }
    }

    /**
     * What a parser made of a form, ready to be stored.
     *
     * @param mayMove whether whoever imports may move articles in the workflow
     * @throws RequestFailure when the draft is over a limit, or something in it cannot be used
     */
    public PreparedArticle prepare(FormItem.Read read, boolean mayMove) {
        return prepare(read.draft(), read.url(), read.externalId(), mayMove);
    }

    /** The same of an item that cancels an article. */
    public Cancellation prepare(FormItem.Canceled canceled, boolean mayMove) {
        ArticleDraft draft = canceled.draft();
        return new Cancellation(
                checked(canceled.url()),
                canceled.externalId(),
                draft == null ? null : prepare(draft, canceled.url(), canceled.externalId(), mayMove),
                canceled.reason(),
                mayMove);
    }

    private PreparedArticle prepare(
            ArticleDraft draft, @Nullable String url, @Nullable String externalId, boolean mayMove) {
        refuseOversize(draft);
        refuseUnstorable(draft);
        ArticleContent content = content(draft, outlets.getByCode(draft.outlet()), checked(url))
                .with(DraftMedia.of(draft), draft.extras().subjects());
        limits.check(content);
        return PreparedArticle.of(content, arrival(draft, externalId, mayMove));
    }

    private static Arrival arrival(ArticleDraft draft, @Nullable String externalId, boolean mayMove) {
        boolean summary =
                draft.warnings().stream().anyMatch(warning -> warning.code() == ImportWarning.Code.SUMMARY_ONLY);
        return new Arrival(summary, draft.extras().standing(), mayMove, name(externalId));
    }

    /** What its source calls it, where that is a name for everybody: a URI. One that is an address is its URL as well. */
    private static @Nullable String name(@Nullable String externalId) {
        boolean uri = externalId != null
                && URI_NAME.matcher(externalId).matches()
                && !FormText.isUrl(externalId)
                && StorableText.isStorable(externalId);
        return uri ? externalId : null;
    }

    private static @Nullable String checked(@Nullable String url) {
        return url == null || url.isBlank() ? null : ArticleUrl.checked(url);
    }

    /** Whether the caller may do to articles what the newsroom may. */
    private boolean mayMove() {
        return caller.hasRole("editor") || caller.hasRole("admin");
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
