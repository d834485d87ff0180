package org.khabar.article.importing.html;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;

/**
 * Makes a draft of an HTML page. What the page says of its article for machines is believed before what it shows; the
 * text is always that which it shows, unless it shows next to none of what it says in JSON-LD. Takes time and memory in
 * proportion to the page.
 */
public final class HtmlPageParser {

    private final HtmlLimits limits;

    public HtmlPageParser(HtmlLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads a page.
     *
     * @param charset the one that the request names, null when it names none
     * @throws UnreadablePage when no article can be made of it
     */
    public ArticleDraft parse(byte[] page, @Nullable String charset, HtmlContext context) throws UnreadablePage {
        return parse(HtmlDecoder.decode(page, charset), context);
    }

    /**
     * Reads a page that is decoded already.
     *
     * @throws UnreadablePage when no article can be made of it
     */
    public ArticleDraft parse(String page, HtmlContext context) throws UnreadablePage {
        refuse(page);
        Parser parser = Parser.htmlParser().setMaxDepth(limits.maxDepth());
        Document document = parser.parseInput(page, context.url() == null ? "" : context.url());
        return new HtmlDraft(document, context).make();
    }

    private void refuse(String page) throws UnreadablePage {
        if (page.isBlank()) {
            throw new UnreadablePage(Reason.EMPTY, "The page is empty.", null);
        }
        int tags = countTags(page);
        if (tags == 0) {
            throw new UnreadablePage(
                    Reason.NOT_HTML, "This is no HTML; send the text of a page as text/plain (or as text).", null);
        }
        if (tags > limits.maxTags()) {
            throw new UnreadablePage(
                    Reason.TOO_LONG, "The page opens more than %d tags.".formatted(limits.maxTags()), null);
        }
    }

    private int countTags(String page) {
        int tags = 0;
        int at = page.indexOf('<');
        while (at >= 0 && at + 1 < page.length() && tags <= limits.maxTags()) {
            tags += isLetter(page.charAt(at + 1)) ? 1 : 0;
            at = page.indexOf('<', at + 1);
        }
        return tags;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
