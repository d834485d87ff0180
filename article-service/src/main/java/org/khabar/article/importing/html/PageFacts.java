package org.khabar.article.importing.html;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.FieldOrigin;

/** What a page says of its article for machines: of each property the values in the order in which they are believed. */
final class PageFacts {

    private static final int MAX_VALUES = 20;
    private static final int MAX_LENGTH = 2000;

    /** What pages say of articles. */
    enum Property {
        HEADLINE,
        PUBLISHED,
        UPDATED,
        AUTHOR,
        PUBLISHER,
        LANGUAGE,
        URL,
        TYPE,
        SECTION,
        IMAGE
    }

    private final Map<Property, List<Stated<String>>> values = new EnumMap<>(Property.class);
    private @Nullable String body;

    /** Adds a value unless it is blank, absurdly long, or one too many. */
    void add(Property property, @Nullable String value, FieldOrigin origin) {
        if (value == null || value.isBlank() || value.length() > MAX_LENGTH) {
            return;
        }
        List<Stated<String>> known = values.computeIfAbsent(property, none -> new ArrayList<>());
        Stated<String> stated = new Stated<>(PlainText.of(value), origin);
        if (known.size() < MAX_VALUES && !stated.value().isBlank() && !known.contains(stated)) {
            known.add(stated);
        }
    }

    List<Stated<String>> list(Property property) {
        return List.copyOf(values.getOrDefault(property, List.of()));
    }

    Optional<Stated<String>> find(Property property) {
        return list(property).stream().findFirst();
    }

    /** The values of the source that is believed most. */
    List<Stated<String>> listOfFirstOrigin(Property property) {
        List<Stated<String>> all = list(property);
        return all.stream()
                .filter(value -> value.origin() == all.getFirst().origin())
                .toList();
    }

    /** The article's text as JSON-LD has it. */
    Optional<String> body() {
        return Optional.ofNullable(body);
    }

    void body(@Nullable String text) {
        if (body == null && text != null && !text.isBlank()) {
            body = text;
        }
    }
}
