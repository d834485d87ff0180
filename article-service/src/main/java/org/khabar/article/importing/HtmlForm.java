package org.khabar.article.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleUrl;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.form.FormContext;
import org.khabar.article.importing.form.FormItem;
import org.khabar.article.importing.form.FormParser;
import org.khabar.article.importing.html.HtmlContext;
import org.khabar.article.importing.html.HtmlLimits;
import org.khabar.article.importing.html.HtmlPageParser;
import org.khabar.article.importing.page.PageContext;

/** An HTML page, where it is one of several documents. */
@ApplicationScoped
class HtmlForm implements FormParser {

    private final HtmlImportConfig config;

    HtmlForm(HtmlImportConfig config) {
        this.config = config;
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("text/html", "application/xhtml+xml");
    }

    @Override
    public List<FormItem> parse(byte[] bytes, FormContext context) throws UnreadablePage {
        HtmlPageParser parser = new HtmlPageParser(new HtmlLimits(config.maxTags(), config.maxDepth()));
        ArticleDraft draft = parser.parse(bytes, context.charset(), htmlContext(context));
        String url = context.url() == null ? usable(draft.extras().url()) : context.url();
        return List.of(new FormItem.Read(draft, url, null));
    }

    private static HtmlContext htmlContext(FormContext context) {
        PageContext known = PageForm.pageContext(context);
        return new HtmlContext(
                known.outlet(),
                known.outletOrigin(),
                known.fallback(),
                context.url(),
                known.language(),
                known.importTime(),
                name -> context.outlets().findByName(name).map(PageForm::known),
                host -> context.outlets().findByHost(host).map(PageForm::known));
    }

    /** What the page calls its own address, unless the archive takes no such. */
    static @Nullable String usable(@Nullable String url) {
        try {
            return url == null ? null : ArticleUrl.checked(url);
        } catch (RequestFailure refused) {
            return null;
        }
    }
}
