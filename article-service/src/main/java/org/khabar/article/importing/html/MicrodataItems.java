package org.khabar.article.importing.html;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.html.PageFacts.Property;

/** Reads the values of microdata. */
final class MicrodataItems {

    private static final int LEVELS = 12;
    private static final int MAX_NAME = 200;

    /** Items inside of an article that have properties of the same names. */
    private static final Set<String> OTHERS = Set.of(
            "comment",
            "imageobject",
            "videoobject",
            "person",
            "organization",
            "review",
            "product",
            "rating",
            "webpage",
            "blog",
            "itemlist",
            "listitem",
            "event");

    private MicrodataItems() {}

    /** Whether a property is that of an item within the article, such as a comment's author. */
    static boolean isOfAnother(Element element) {
        Element at = element.parent();
        for (int level = 0; level < LEVELS && at != null; level++) {
            if (at.hasAttr("itemscope")) {
                String type = at.attr("itemtype");
                return OTHERS.contains(type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))
                        || at.attr("itemprop").toLowerCase(Locale.ROOT).contains("comment");
            }
            at = at.parent();
        }
        return false;
    }

    static @Nullable String value(Element element, Property property) {
        String stated = element.hasAttr("content") ? element.attr("content") : element.attr("datetime");
        if (!stated.isBlank()) {
            return stated;
        }
        if (property == Property.AUTHOR) {
            Element name = element.selectFirst("[itemprop=name]");
            return name == null ? shortText(element) : name.hasAttr("content") ? name.attr("content") : shortText(name);
        }
        return shortText(element);
    }

    private static @Nullable String shortText(Element element) {
        StringBuilder text = new StringBuilder();
        element.nodeStream(org.jsoup.nodes.TextNode.class)
                .takeWhile(node -> text.length() <= MAX_NAME * 10)
                .forEach(node -> text.append(node.getWholeText()));
        return text.length() > MAX_NAME * 10 ? null : text.toString();
    }
}
