package org.khabar.article.importing.html;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What part of a text the elements around a passage make it. */
final class PassageForms {

    private static final int LEVELS = 6;

    private static final Set<String> CAPTION_WORDS =
            Set.of("caption", "captions", "figcaption", "imgcaption", "photocaption", "credit", "legende");

    private PassageForms() {}

    /** The innermost element that says something decides, but for a paragraph in a quote, list or caption. */
    static Passage.Form of(Spot spot) {
        Spot at = spot;
        for (int level = 0; level < LEVELS && at != null; level++) {
            Passage.Form form = ofElement(at);
            if (form != null) {
                return form;
            }
            at = at.parent;
        }
        return Passage.Form.PARAGRAPH;
    }

    private static Passage.@Nullable Form ofElement(Spot spot) {
        return switch (spot.element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> Passage.Form.HEADING;
            case "blockquote", "q" -> Passage.Form.QUOTE;
            case "aside" -> SiteHints.isQuote(spot.element) ? Passage.Form.QUOTE : null;
            case "li", "dt", "dd" -> Passage.Form.LIST_ITEM;
            case "td", "th" -> Passage.Form.CELL;
            case "figcaption" -> Passage.Form.CAPTION;
            case "figure" -> spot.large || SiteHints.isQuote(spot.element) ? null : Passage.Form.CAPTION;
            default -> isCaption(spot) ? Passage.Form.CAPTION : null;
        };
    }

    /** By its class; but a class of that name is on whole texts too, so a large element is none. */
    private static boolean isCaption(Spot spot) {
        return !spot.large && isNamedCaption(spot.element);
    }

    static boolean canBeCaption(Element element) {
        return element.normalName().equals("figure") || isNamedCaption(element);
    }

    static boolean isNamedCaption(Element element) {
        String names = element.className();
        if (names.isEmpty() || names.length() > SiteHints.MAX_NAMES) {
            return false;
        }
        for (String word : SiteHints.words(names)) {
            if (CAPTION_WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
