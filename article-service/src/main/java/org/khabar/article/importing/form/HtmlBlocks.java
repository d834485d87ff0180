package org.khabar.article.importing.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.khabar.article.article.BlockKind;
import org.khabar.article.importing.draft.DraftBlock;

/**
 * Reads the HTML of an article's body, as feeds and ninjs carry it, into blocks: headings, paragraphs, quotes, list items
 * and the captions of figures. White space counts where {@code xml:space="preserve"} says so, as in what we write. Scripts, embedded frames, forms and styles have no text. Walks the tree without recursion,
 * so that nesting costs no stack.
 */
public final class HtmlBlocks {

    private static final Set<String> WITHOUT_TEXT = Set.of(
            "script",
            "style",
            "noscript",
            "iframe",
            "object",
            "form",
            "button",
            "select",
            "textarea",
            "svg",
            "template",
            "nav",
            "head",
            "math");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "address",
            "blockquote",
            "pre",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "tr",
            "caption",
            "figure",
            "figcaption",
            "hr",
            "details",
            "summary",
            "center",
            "body");

    private HtmlBlocks() {}

    /** The blocks of a fragment or document; none when it has no text. */
    public static List<DraftBlock> read(String html) {
        Reader reader = new Reader();
        NodeTraversor.traverse(reader, Jsoup.parseBodyFragment(html).body());
        reader.flush();
        return reader.blocks;
    }

    private static final class Reader implements NodeVisitor {

        private final List<DraftBlock> blocks = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int silent;
        private int headings;
        private int items;
        private int quotes;
        private int captions;
        private int kept;
        private boolean broken;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                open(element.normalName(), keepsSpace(element));
            } else if (node instanceof TextNode words && silent == 0) {
                append(words.getWholeText());
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                close(element.normalName(), keepsSpace(element));
            }
        }

        private static boolean keepsSpace(Element element) {
            return element.attr("xml:space").equals("preserve") && BLOCKS.contains(element.normalName());
        }

        private void open(String name, boolean keepsSpace) {
            if (WITHOUT_TEXT.contains(name)) {
                silent++;
            } else if (name.equals("br")) {
                lineBreak();
            } else if (BLOCKS.contains(name)) {
                flush();
            } else if (name.equals("td") || name.equals("th")) {
                append(" ");
            }
            count(name, 1);
            kept += keepsSpace ? 1 : 0;
        }

        private void close(String name, boolean keepsSpace) {
            if (WITHOUT_TEXT.contains(name)) {
                silent--;
            } else if (BLOCKS.contains(name)) {
                flush();
            }
            count(name, -1);
            kept -= keepsSpace ? 1 : 0;
        }

        private void count(String name, int change) {
            switch (name) {
                case "h1", "h2", "h3", "h4", "h5", "h6" -> headings += change;
                case "li", "dd", "dt" -> items += change;
                case "blockquote" -> quotes += change;
                case "figcaption" -> captions += change;
                default -> {}
            }
        }

        /** One is a space, two in a row end a paragraph: that is how text without paragraphs is written. */
        private void lineBreak() {
            if (broken) {
                flush();
            }
            append(" ");
            broken = true;
        }

        private void append(String words) {
            if (kept > 0) {
                text.append(words);
                return;
            }
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                boolean space = c == '\u00A0' || Character.isWhitespace(c);
                if (!space) {
                    text.append(c);
                    broken = false;
                } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                    text.append(' ');
                }
            }
        }

        private void flush() {
            String block = kept > 0 ? text.toString() : text.toString().strip();
            text.setLength(0);
            broken = false;
            boolean empty = kept > 0 ? block.isBlank() && captions == 0 : block.isEmpty();
            if (!empty) {
                int place = blocks.size() + 1;
                blocks.add(new DraftBlock(kind(), block, place, place));
            }
        }

        private BlockKind kind() {
            if (captions > 0) {
                return BlockKind.IMAGE;
            }
            if (headings > 0) {
                return BlockKind.HEADING;
            }
            if (items > 0) {
                return BlockKind.LIST_ITEM;
            }
            return quotes > 0 ? BlockKind.QUOTE : BlockKind.PARAGRAPH;
        }
    }
}
