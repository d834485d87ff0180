package org.khabar.article.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.form.DraftMaker;
import org.khabar.article.importing.form.FormContext;
import org.khabar.article.importing.form.FormItem;
import org.khabar.article.importing.form.FormParser;
import org.khabar.article.importing.page.OutletNames.KnownOutlet;
import org.khabar.article.importing.page.PageContext;
import org.khabar.article.importing.page.PageDecoder;
import org.khabar.article.importing.page.PageTextParser;
import org.khabar.article.outlet.Outlet;

/** The visible text of a page, where it is one of several documents. */
@ApplicationScoped
class PageForm implements FormParser {

    private final ImportConfig config;

    PageForm(ImportConfig config) {
        this.config = config;
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("text/plain");
    }

    @Override
    public List<FormItem> parse(byte[] bytes, FormContext context) throws UnreadablePage {
        String text = PageDecoder.decode(bytes);
        PageTextParser parser =
                new PageTextParser(name -> context.outlets().findByName(name).map(PageForm::known), config.maxLines());
        return List.of(new FormItem.Read(parser.parse(text, pageContext(context)), context.url(), null));
    }

    static PageContext pageContext(FormContext context) {
        Outlet named = context.outlet();
        Outlet given =
                named == null ? DraftMaker.outletOfHost(context, context.url()).orElse(null) : named;
        return new PageContext(
                given == null ? null : known(given),
                named == null ? FieldOrigin.URL_HOST : FieldOrigin.ARGUMENT,
                known(context.unknownOutlet()),
                context.language(),
                context.importTime());
    }

    static KnownOutlet known(Outlet outlet) {
        return new KnownOutlet(outlet.code(), outlet.zone());
    }
}
