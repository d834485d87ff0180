package org.khabar.article.importing.html;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.LeftOutReason;
import org.khabar.article.importing.html.SiteHint.Strength;

/** What tags, roles, classes and ids say of an element that is none of the article. */
final class SiteHints {

    /** Longer lists of names are no hint but a program's output. */
    static final int MAX_NAMES = 400;

    private static final SiteHint COMMENT = new SiteHint(LeftOutReason.COMMENTS, Strength.SURE);
    private static final SiteHint HIDDEN = new SiteHint(LeftOutReason.HIDDEN, Strength.TAG);
    private static final SiteHint NAVIGATION = new SiteHint(LeftOutReason.NAVIGATION, Strength.TAG);
    private static final SiteHint FOOTER = new SiteHint(LeftOutReason.FOOTER, Strength.TAG);
    private static final SiteHint RELATED = new SiteHint(LeftOutReason.RELATED_LINK, Strength.TAG);
    private static final SiteHint TOOLS = new SiteHint(LeftOutReason.PAGE_TOOLS, Strength.TAG);

    private static final Pattern NOT_SHOWN =
            Pattern.compile("(?:display\\s*+:\\s*+none|visibility\\s*+:\\s*+hidden)", Pattern.CASE_INSENSITIVE);

    /** Before a word they say whether a page has such a part and not that this is it. */
    private static final Set<String> ABOUT =
            Set.of("has", "with", "no", "is", "without", "hide", "show", "enable", "not");

    /** Before words that say what a post is about: WordPress names them on posts as a whole. */
    private static final Set<String> OF_CONTENT = Set.of("category", "tag", "format", "status");

    /** What was said elsewhere and is shown within a text is of the text: "social-media-embed". */
    private static final Set<String> EMBEDDED = Set.of("embed", "embedded", "oembed", "tweet");

    private static final Set<String> QUOTES = Set.of("pullquote", "blockquote", "quote");

    private static final Pattern WORD_END = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]++");
    private static final String ANY = "*";
    private static final Map<String, SiteHint> WORDS = load();
    private static final List<String> BEGINNINGS = WORDS.keySet().stream()
            .filter(word -> word.endsWith(ANY))
            .map(word -> word.substring(0, word.length() - 1))
            .toList();

    private SiteHints() {}

    static @Nullable SiteHint of(Element element) {
        String tag = element.normalName();
        if (tag.equals("body") || tag.equals("html")) {
            return null;
        }
        SiteHint ofTag = ofTag(element, tag);
        if (ofTag != null) {
            return ofTag;
        }
        SiteHint ofClass = ofNames(element.className());
        return ofClass != null ? ofClass : ofNames(element.id());
    }

    private static @Nullable SiteHint ofTag(Element element, String tag) {
        if (isHidden(element)) {
            return HIDDEN;
        }
        if (element.attr("itemprop").equalsIgnoreCase("comment")) {
            return COMMENT;
        }
        String role = element.attr("role");
        return switch (tag) {
            case "nav", "menu" -> NAVIGATION;
            case "footer" -> FOOTER;
            case "aside" -> isQuote(element) ? null : RELATED;
            case "dialog" -> TOOLS;
            default -> role.isEmpty() ? null : ofRole(role);
        };
    }

    /** A sentence of the text set apart, as newspapers do. */
    static boolean isQuote(Element element) {
        String names = element.className();
        if (names.isEmpty() || names.length() > MAX_NAMES) {
            return false;
        }
        return Arrays.stream(words(names)).anyMatch(QUOTES::contains);
    }

    private static @Nullable SiteHint ofRole(String role) {
        return switch (role.toLowerCase(Locale.ROOT)) {
            case "navigation", "menu", "menubar", "tablist", "banner" -> NAVIGATION;
            case "contentinfo" -> FOOTER;
            case "complementary" -> RELATED;
            case "dialog", "alertdialog", "search", "toolbar" -> TOOLS;
            default -> null;
        };
    }

    private static boolean isHidden(Element element) {
        if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) {
            return true;
        }
        String style = element.attr("style");
        return !style.isEmpty()
                && style.length() <= MAX_NAMES
                && NOT_SHOWN.matcher(style).find();
    }

    private static @Nullable SiteHint ofNames(String names) {
        if (names.isEmpty() || names.length() > MAX_NAMES) {
            return null;
        }
        for (String name : names.split("\\s+")) {
            SiteHint hint = ofName(name);
            if (hint != null) {
                return hint;
            }
        }
        return null;
    }

    private static @Nullable SiteHint ofName(String name) {
        if (name.equals("widget") || name.startsWith("widget_")) {
            return RELATED;
        }
        String[] words = words(name);
        if (words.length > 1 && OF_CONTENT.contains(words[0]) && WORDS.get(words[0] + "+" + words[1]) == null) {
            return null;
        }
        if (List.of(words).stream().anyMatch(EMBEDDED::contains)) {
            return null;
        }
        for (int i = 0; i < words.length; i++) {
            if (ABOUT.contains(words[i])) {
                return null;
            }
            SiteHint pair = i + 1 < words.length ? WORDS.get(words[i] + "+" + words[i + 1]) : null;
            SiteHint hint = pair != null ? pair : ofWord(words[i]);
            if (hint != null) {
                return hint;
            }
        }
        return null;
    }

    private static @Nullable SiteHint ofWord(String word) {
        SiteHint whole = WORDS.get(word);
        if (whole != null) {
            return whole;
        }
        for (String beginning : BEGINNINGS) {
            if (word.startsWith(beginning)) {
                return WORDS.get(beginning + ANY);
            }
        }
        return null;
    }

    /** The words of a name as classes and ids have it, in lower case: "RelatedLinks-list" has three. */
    static String[] words(String name) {
        String[] words = WORD_END.split(name);
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].toLowerCase(Locale.ROOT);
        }
        return words;
    }

    private static Map<String, SiteHint> load() {
        Map<String, SiteHint> hints = new HashMap<>();
        HtmlWords.read("site-hints.tsv").forEach(row -> {
            String[] columns = row.split("\t");
            SiteHint hint = new SiteHint(LeftOutReason.valueOf(columns[0]), Strength.valueOf(columns[1]));
            for (String word : columns[2].split(" ")) {
                hints.put(word, hint);
            }
        });
        return Map.copyOf(hints);
    }
}
