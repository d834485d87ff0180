package org.khabar.entity.linking;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.tagging.EntityType;

/**
 * A passage with its names marked where they stand: {@code [الجزائر|algeria]} is linked, {@code [سوري|~syria]} is an
 * adjective of nationality, {@code [هند القاهري|-PERSON]} is none of the catalogue's.
 *
 * @param text the passage without the marks
 * @param spans its names in the order of the text
 */
record MarkedText(String text, List<GoldSpan> spans) {

    private static final Pattern MARK = Pattern.compile("\\[([^\\[\\]|]++)\\|([~-]?)([^\\[\\]|]*+)]");

    MarkedText {
        spans = List.copyOf(spans);
    }

    /** @throws IllegalArgumentException when a bracket is left that marks nothing */
    static MarkedText parse(int passage, String marked) {
        StringBuilder text = new StringBuilder();
        List<GoldSpan> spans = new ArrayList<>();
        Matcher mark = MARK.matcher(marked);
        while (mark.find()) {
            mark.appendReplacement(text, "");
            int start = text.length();
            text.append(mark.group(1));
            spans.add(span(passage, start, text.length(), mark.group(2), mark.group(3)));
        }
        mark.appendTail(text);
        if (text.chars().anyMatch(character -> "[]|".indexOf(character) >= 0)) {
            throw new IllegalArgumentException("a mark that cannot be read: " + marked);
        }
        return new MarkedText(text.toString(), spans);
    }

    private static GoldSpan span(int passage, int start, int end, String kind, String value) {
        if (kind.equals("-")) {
            return new GoldSpan(passage, start, end, null, type(value), false);
        }
        return new GoldSpan(passage, start, end, value, null, kind.equals("~"));
    }

    private static @Nullable EntityType type(String name) {
        return name.isEmpty() ? null : EntityType.valueOf(name);
    }
}
