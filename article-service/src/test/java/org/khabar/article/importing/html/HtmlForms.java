package org.khabar.article.importing.html;

import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.UnreadablePage;

/** The reader of HTML, for tests of other packages. */
public final class HtmlForms {

    private HtmlForms() {}

    public static ArticleDraft parse(byte[] page) throws UnreadablePage {
        return TestPages.PARSER.parse(page, null, TestPages.context());
    }
}
