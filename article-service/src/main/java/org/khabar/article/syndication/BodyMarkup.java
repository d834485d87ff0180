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
        return division(article, "", false);
    }

    /**
     * The same in the namespace of XHTML. Says of blocks whose white space is more than blanks between words that it
     * counts, and leaves no block out, so that who reads it has the blocks as they are.
     */
    static String xhtml(SyndicatedArticle article) {
        return division(article, " xmlns=\"http://www.w3.org/1999/xhtml\"", true);
    }

    /** The blocks with a blank line between them. */
    static String plain(SyndicatedArticle article) {
        return article.blocks().stream()
                .map(BlockNode::text)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private static String division(SyndicatedArticle article, String attributes, boolean exact) {
        StringBuilder markup = new StringBuilder("<div").append(attributes);
        if (!article.language().isEmpty()) {
            markup.append(" lang=\"")
                    .append(XmlText.escaped(article.language()))
                    .append('"');
        }
        markup.append(" dir=\"").append(direction(article.language())).append("\">");
        append(markup, article.blocks(), exact);
        return markup.append("</div>").toString();
    }

    private static String direction(String language) {
        if (language.isEmpty()) {
            return "auto";
        }
        return RIGHT_TO_LEFT.contains(Locale.forLanguageTag(language).getLanguage()) ? "rtl" : "ltr";
    }

    private static void append(StringBuilder markup, List<BlockNode> blocks, boolean exact) {
        boolean inList = false;
        for (BlockNode block : blocks) {
            boolean item = block.kind() == BlockKind.LIST_ITEM;
            if (item != inList) {
                markup.append(item ? "<ul>" : "</ul>");
            }
            inList = item;
            append(markup, block, exact);
        }
        if (inList) {
            markup.append("</ul>");
        }
    }

    private static void append(StringBuilder markup, BlockNode block, boolean exact) {
        String text = XmlText.escaped(block.text());
        if (text.isBlank() && !exact) {
            return;
        }
        String space = exact && isChangedByCollapsing(text) ? " xml:space=\"preserve\"" : "";
        String kept = text.replace("\r", "&#13;");
        switch (block.kind()) {
            case HEADING -> element(markup, "h2", space, kept);
            case PARAGRAPH -> element(markup, "p", space, kept);
            case QUOTE -> wrapped(markup, "blockquote", "p", space, kept);
            case LIST_ITEM -> element(markup, "li", space, kept);
            case IMAGE -> wrapped(markup, "figure", "figcaption", space, kept);
        }
    }

    private static void wrapped(StringBuilder markup, String around, String name, String attributes, String text) {
        markup.append('<').append(around).append('>');
        element(markup, name, attributes, text);
        markup.append("</").append(around).append('>');
    }

    private static void element(StringBuilder markup, String name, String attributes, String text) {
        markup.append('<').append(name).append(attributes).append('>').append(text);
        markup.append("</").append(name).append('>');
    }

    /** Whether a text is another one when its white space is read as HTML is: runs of it as one blank, none at the ends. */
    private static boolean isChangedByCollapsing(String text) {
        boolean behindBlank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == '\u00A0' || Character.isWhitespace(c);
            if (space && (c != ' ' || behindBlank)) {
                return true;
            }
            behindBlank = space;
        }
        return behindBlank;
    }
}
