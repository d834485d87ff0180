package org.khabar.article.importing.html;

import java.util.Map;
import java.util.Optional;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.page.OutletNames.KnownOutlet;
import org.khabar.article.importing.page.TestOutlets;

/** Parses pages as the service does, without its database. */
final class TestPages {

    static final HtmlPageParser PARSER = new HtmlPageParser(HtmlLimits.DEFAULT);

    private static final TestOutlets OUTLETS = new TestOutlets();
    private static final Map<String, String> NAMES =
            Map.of("hespress.com", "هسبريس", "youm7.com", "اليوم السابع", "aljazeera.com", "الجزيرة");

    private TestPages() {}

    static ArticleDraft parse(String page) throws UnreadablePage {
        return PARSER.parse(page, context());
    }

    static HtmlContext context() {
        return new HtmlContext(
                null,
                FieldOrigin.DEFAULT,
                TestOutlets.UNKNOWN,
                null,
                null,
                TestOutlets.IMPORT_TIME,
                OUTLETS,
                TestPages::findByHost);
    }

    private static Optional<KnownOutlet> findByHost(String host) {
        return Optional.ofNullable(NAMES.get(host)).flatMap(OUTLETS::findByName);
    }
}
