package org.khabar.article.syndication;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.BlockNode;

/** An article's blocks as markup that is well-formed XML and means the same as HTML, or as plain text. */
final class BodyMarkup {

    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "nqo", "ps", "sd", "syr", "ug", "ur", "yi");

    private BodyMarkup() {}

    /** A {@code div} with the text's language and direction. */
    static String html(SyndicatedArticle article) {
        return division(article, "");
    }

    /** The same in the namespace of XHTML. */
    static String xhtml(SyndicatedArticle article) {
        return division(article, " xmlns=\"http://www.w3.org/1999/xhtml\"");
    }

    /** The blocks with a blank line between them. */
    static String plain(SyndicatedArticle article) {
        return article.blocks().stream()
                .map(BlockNode::text)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private static String division(SyndicatedArticle article, String attributes) {
        StringBuilder markup = new StringBuilder("<div").append(attributes);
        if (!article.language().isEmpty()) {
            markup.append(" lang=\"")
                    .append(XmlText.escaped(article.language()))
                    .append('"');
        }
        markup.append(" dir=\"").append(direction(article.language())).append("\">");
        append(markup, article.blocks());
        return markup.append("</div>").toString();
    }

    private static String direction(String language) {
        if (language.isEmpty()) {
            return "auto";
        }
        return RIGHT_TO_LEFT.contains(Locale.forLanguageTag(language).getLanguage()) ? "rtl" : "ltr";
    }

    private static void append(StringBuilder markup, List<BlockNode> blocks) {
        boolean inList = false;
        for (BlockNode block : blocks) {
            boolean item = block.kind() == BlockKind.LIST_ITEM;
            if (item != inList) {
                markup.append(item ? "<ul>" : "</ul>");
            }
            inList = item;
            append(markup, block);
        }
        if (inList) {
            markup.append("</ul>");
        }
    }

    private static void append(StringBuilder markup, BlockNode block) {
        String text = XmlText.escaped(block.text());
        if (text.isBlank()) {
            return;
        }
        switch (block.kind()) {
            case HEADING -> markup.append("<h2>").append(text).append("</h2>");
            case PARAGRAPH -> markup.append("<p>").append(text).append("</p>");
            case QUOTE -> markup.append("<blockquote><p>").append(text).append("</p></blockquote>");
            case LIST_ITEM -> markup.append("<li>").append(text).append("</li>");
            case IMAGE -> markup.append("<figure><figcaption>").append(text).append("</figcaption></figure>");
        }
    }
}
