package org.khabar.article.importing.html;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** Makes text of what stands in attributes and JSON, where sites leave entities and tags. */
final class PlainText {

    private static final int MAX_ROUNDS = 2;

    private PlainText() {}

    /** A single line: entities read, tags dropped, white space collapsed. */
    static String of(String value) {
        String text = value;
        for (int round = 0; round < MAX_ROUNDS && text.indexOf('&') >= 0; round++) {
            text = Parser.unescapeEntities(text, false);
        }
        if (text.indexOf('<') >= 0 && text.indexOf('>') >= 0) {
            text = Jsoup.parse(text).text();
        }
        return collapsed(text);
    }

    /** The paragraphs of a text with line breaks or tags. */
    static List<String> paragraphs(String value) {
        String text = value.indexOf('&') >= 0 ? Parser.unescapeEntities(value, false) : value;
        boolean tagged = text.contains("</") || text.contains("<br");
        String lined = tagged ? Jsoup.parse(text).body().wholeText() : text;
        return lined.lines()
                .map(PlainText::collapsed)
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static String collapsed(String text) {
        PassageText collapsed = new PassageText();
        collapsed.append(text, false, false);
        return collapsed.toString();
    }
}
