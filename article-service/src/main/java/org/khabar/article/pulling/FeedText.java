package org.khabar.article.pulling;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.TextBlock;

/** The text of a feed's item: HTML, or lines of plain text. */
final class FeedText {

    private static final int MAX_BLOCKS = 5000;

    private FeedText() {}

    /** The blocks that the text has, in their order; empty when there is nothing to read. */
    static List<TextBlock> blocks(String text) {
        Document document = Jsoup.parseBodyFragment(text);
        document.select("script, style, iframe, noscript, form").remove();
        document.select("br").forEach(end -> end.after("\n"));
        Elements elements = document.select("h1, h2, h3, h4, h5, h6, p, li, figcaption");
        return elements.isEmpty() ? lines(document.body()) : marked(elements);
    }

    private static List<TextBlock> marked(Elements elements) {
        return elements.stream()
                .filter(element -> !element.text().isBlank())
                .filter(element -> element.select("p, li").size() <= (element.is("p, li") ? 1 : 0))
                .limit(MAX_BLOCKS)
                .map(element -> new TextBlock(kind(element), element.text().strip()))
                .toList();
    }

    private static List<TextBlock> lines(Element body) {
        return body.wholeText()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isBlank())
                .limit(MAX_BLOCKS)
                .map(line -> new TextBlock(BlockKind.PARAGRAPH, line))
                .toList();
    }

    private static BlockKind kind(Element element) {
        return switch (element.normalName()) {
            case "p" -> element.closest("blockquote") == null ? BlockKind.PARAGRAPH : BlockKind.QUOTE;
            case "li" -> BlockKind.LIST_ITEM;
            case "figcaption" -> BlockKind.IMAGE;
            default -> BlockKind.HEADING;
        };
    }
}
