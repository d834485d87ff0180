package org.khabar.article.importing.page;

import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.UnreadablePage;

/** The reader of page texts, for tests of other packages. */
public final class PageForms {

    private static final int MAX_LINES = 10_000;
    private static final PageTextParser PARSER = new PageTextParser(new TestOutlets(), MAX_LINES);

    private PageForms() {}

    public static ArticleDraft parse(byte[] page) throws UnreadablePage {
        return PARSER.parse(PageDecoder.decode(page), TestOutlets.context());
    }

    /** How many lines a page has, as blocks and origins count them. */
    public static int countLines(byte[] page) throws UnreadablePage {
        return PageLines.split(PageDecoder.decode(page), MAX_LINES).stream()
                .mapToInt(PageLine::number)
                .max()
                .orElse(0);
    }
}
