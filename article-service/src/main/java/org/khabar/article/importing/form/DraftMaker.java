package org.khabar.article.importing.form;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.ArticleMedia;
import org.khabar.article.article.Standing;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.DraftBlock;
import org.khabar.article.importing.draft.DraftExtras;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.draft.FieldProvenance;
import org.khabar.article.importing.draft.ImportWarning;
import org.khabar.article.importing.draft.LeftOutLine;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;
import org.khabar.article.importing.page.LanguageGuess;
import org.khabar.article.outlet.Outlet;

/** Collects the fields of one article, with where each came from, and makes a draft of them. Not for two threads. */
public final class DraftMaker {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    private final FormContext context;
    private final List<FieldProvenance> provenance = new ArrayList<>();
    private final List<ImportWarning> warnings = new ArrayList<>();
    private final List<LeftOutLine> leftOut = new ArrayList<>();
    private final List<DraftBlock> blocks = new ArrayList<>();
    private String headline = "";
    private @Nullable String language;
    private @Nullable String languageHint;
    private @Nullable Outlet outlet;
    private @Nullable String byline;
    private @Nullable String credit;
    private @Nullable Instant publishedAt;
    private boolean planned;
    private ArticleKind kind = ArticleKind.NEWS;
    private FieldOrigin kindOrigin = FieldOrigin.DEFAULT;
    private @Nullable List<ArticleMedia> media;
    private @Nullable List<String> subjects;
    private Standing standing = Standing.PLAIN;

    public DraftMaker(FormContext context) {
        this.context = context;
    }

    public void headline(@Nullable String text) {
        headline = text == null ? "" : text.strip();
    }

    /** @param tag a BCP 47 tag that the form states, which counts more than what the text looks like */
    public void language(String tag) {
        language = tag;
    }

    /** @param tag a BCP 47 tag that counts when the text's language is not recognised */
    public void languageHint(@Nullable String tag) {
        languageHint = tag == null ? null : FormContext.languageTag(tag).orElse(null);
    }

    /** The outlet that the form names, unless the importer names one. */
    public void outlet(Outlet named) {
        outlet = named;
    }

    public void byline(@Nullable String text) {
        byline = text == null || text.isBlank() ? null : text.strip();
    }

    public void credit(@Nullable String text) {
        credit = text == null || text.isBlank() ? null : text.strip();
    }

    public void publishedAt(@Nullable Instant time) {
        publishedAt = time;
    }

    /** The time at which it may be published; the one at which it is counts when that has come. */
    public void plannedFor(Instant time) {
        publishedAt = time;
        planned = true;
    }

    public void kind(ArticleKind stated) {
        kind = stated;
        kindOrigin = FieldOrigin.FORM;
    }

    /** @param stated null when the form says nothing of media */
    public void media(@Nullable List<ArticleMedia> stated) {
        media = stated;
    }

    /** @param codes of media topics; null when the form says nothing of them */
    public void subjects(@Nullable List<String> codes) {
        subjects = codes;
    }

    /** Where the article is to stand. */
    public void standing(Standing stated) {
        standing = stated;
    }

    public void blocks(List<DraftBlock> read) {
        blocks.addAll(read);
    }

    public void leftOut(List<LeftOutLine> lines) {
        leftOut.addAll(lines);
    }

    public void warn(ImportWarning.Code code, String message) {
        warnings.add(new ImportWarning(code, message, null));
    }

    /**
     * The draft.
     *
     * @param hosts URLs of the article and its source, by whose hosts the outlet is found
     * @throws UnreadablePage when there is no headline or no text
     */
    public ArticleDraft make(@Nullable String... hosts) throws UnreadablePage {
        if (headline.isBlank()) {
            throw new UnreadablePage(Reason.NO_HEADLINE, "The item has no headline.", null);
        }
        if (blocks.isEmpty()) {
            throw new UnreadablePage(Reason.NO_BODY, "The item has no text.", null);
        }
        from("headline", FieldOrigin.FORM);
        from("blocks", FieldOrigin.FORM);
        note("byline", byline);
        note("credit", credit);
        from("kind", kindOrigin);
        note("media", media);
        note("subjects", subjects);
        Outlet of = settleOutlet(hosts);
        Instant time = settleTime();
        return new ArticleDraft(
                of.code(),
                headline,
                settleLanguage(),
                kind,
                byline,
                credit,
                time,
                publishedAt != null && !planned,
                blocks,
                provenance,
                leftOut,
                warnings,
                new DraftExtras(null, null, List.of(), media, subjects, standing));
    }

    private Outlet settleOutlet(@Nullable String[] urls) {
        if (context.outlet() != null) {
            from("outlet", FieldOrigin.ARGUMENT);
            return context.outlet();
        }
        if (outlet != null) {
            from("outlet", FieldOrigin.FORM);
            return outlet;
        }
        Optional<Outlet> byHost = outletOfHost(context, context.url());
        for (String url : urls) {
            byHost = byHost.isPresent() ? byHost : outletOfHost(context, url);
        }
        if (byHost.isPresent()) {
            from("outlet", FieldOrigin.URL_HOST);
            return byHost.get();
        }
        from("outlet", FieldOrigin.DEFAULT);
        warn(ImportWarning.Code.UNKNOWN_OUTLET, "The item names no outlet that is known.");
        return context.unknownOutlet();
    }

    private Instant settleTime() {
        if (publishedAt == null) {
            from("publishedAt", FieldOrigin.IMPORT_TIME);
            warn(ImportWarning.Code.MISSING_DATE, "The item has no time of publication; that of the import is used.");
            return context.importTime();
        }
        from("publishedAt", FieldOrigin.FORM);
        if (!planned && publishedAt.isAfter(context.importTime().plus(CLOCK_SKEW))) {
            warn(ImportWarning.Code.FUTURE_DATE, "The item says %s, which is in the future.".formatted(publishedAt));
        }
        return publishedAt;
    }

    private String settleLanguage() {
        if (context.language() != null) {
            from("language", FieldOrigin.ARGUMENT);
            return context.language();
        }
        if (language != null) {
            from("language", FieldOrigin.FORM);
            return language;
        }
        String text = Stream.concat(Stream.of(headline), blocks.stream().map(DraftBlock::text))
                .collect(Collectors.joining("\n"));
        Optional<String> recognised = LanguageGuess.guess(text);
        if (recognised.isPresent()) {
            from("language", FieldOrigin.DETECTED);
            return recognised.get();
        }
        if (languageHint != null) {
            from("language", FieldOrigin.FORM);
            return languageHint;
        }
        from("language", FieldOrigin.DETECTED);
        warn(ImportWarning.Code.UNKNOWN_LANGUAGE, "The language was not recognised.");
        return "und";
    }

    /** The outlet whose host a URL has. */
    public static Optional<Outlet> outletOfHost(FormContext context, @Nullable String url) {
        if (url == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(new URI(url.strip()).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT))
                    .map(host -> host.startsWith("www.") ? host.substring("www.".length()) : host)
                    .flatMap(context.outlets()::findByHost);
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private void note(String field, @Nullable Object value) {
        if (value != null) {
            from(field, FieldOrigin.FORM);
        }
    }

    private void from(String field, FieldOrigin origin) {
        provenance.add(new FieldProvenance(field, origin, null));
    }
}
