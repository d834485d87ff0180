package org.khabar.article.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleUrl;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.html.HtmlContext;
import org.khabar.article.importing.html.HtmlLimits;
import org.khabar.article.importing.html.HtmlPageParser;
import org.khabar.article.importing.page.PageContext;
import org.khabar.article.outlet.OutletIndex;
import org.khabar.article.outlet.OutletRegistry;

/** Imports one HTML page: parses it outside of any transaction, then stores the draft. */
@ApplicationScoped
class HtmlImporter {

    private final PageImporter importer;
    private final OutletRegistry outlets;
    private final HtmlImportConfig config;

    HtmlImporter(PageImporter importer, OutletRegistry outlets, HtmlImportConfig config) {
        this.importer = importer;
        this.outlets = outlets;
        this.config = config;
    }

    /**
     * Imports the bytes of a page.
     *
     * @param charset the one that the request names
     * @param page what the request says of it; its text is not looked at
     * @throws RequestFailure when the page or an argument cannot be used; nothing is written then
     */
    ImportOutcome importStream(InputStream body, @Nullable String charset, PageImport page) throws IOException {
        byte[] bytes = body.readNBytes(config.maxBytes() + 1);
        refuseLarge(bytes.length);
        return importHtml(page, context -> parser().parse(bytes, charset, context));
    }

    /**
     * Imports a page that is decoded already.
     *
     * @throws RequestFailure when the page or an argument cannot be used; nothing is written then
     */
    ImportOutcome importText(PageImport page) {
        refuseLarge(page.text().getBytes(StandardCharsets.UTF_8).length);
        return importHtml(page, context -> parser().parse(page.text(), context));
    }

    private void refuseLarge(int bytes) {
        if (bytes > config.maxBytes()) {
            throw ImportFailures.tooLarge(config.maxBytes());
        }
    }

    private HtmlPageParser parser() {
        return new HtmlPageParser(new HtmlLimits(config.maxTags(), config.maxDepth()));
    }

    @FunctionalInterface
    private interface Reading {

        ArticleDraft read(HtmlContext context) throws UnreadablePage;
    }

    private ImportOutcome importHtml(PageImport page, Reading reading) {
        OutletIndex index = outlets.index();
        String url = page.url() == null || page.url().isBlank() ? null : ArticleUrl.checked(page.url());
        try {
            ArticleDraft draft = reading.read(context(page, url, index));
            return importer.store(
                    draft, url == null ? HtmlForm.usable(draft.extras().url()) : url, page);
        } catch (UnreadablePage unreadable) {
            throw ImportFailures.of(unreadable);
        }
    }

    private HtmlContext context(PageImport page, @Nullable String url, OutletIndex index) {
        PageContext known = importer.context(page, url, index);
        return new HtmlContext(
                known.outlet(),
                known.outletOrigin(),
                known.fallback(),
                url,
                known.language(),
                known.importTime(),
                name -> index.findByName(name).map(PageImporter::known),
                host -> index.findByHost(host).map(PageImporter::known));
    }
}
