package org.khabar.article.importing.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;
import org.khabar.article.importing.form.FormText;

/** An object of a JSON document that knows its path, so that whatever is wrong in it says where. */
final class JsonMembers {

    private static final int MAX_SHOWN = 60;
    /** Years that no outlet and no database has trouble with. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final String path;
    private final JsonNode object;

    private JsonMembers(String path, JsonNode object) {
        this.path = path;
        this.object = object;
    }

    /** @throws UnreadablePage when the document is no object */
    static JsonMembers of(JsonNode document) throws UnreadablePage {
        if (!document.isObject()) {
            throw UnreadablePage.at("$", Reason.MALFORMED, "an object is expected, not " + kind(document) + ".");
        }
        return new JsonMembers("$", document);
    }

    boolean has(String name) {
        return object.has(name);
    }

    /** Where it stands in the document. */
    String path() {
        return path;
    }

    String path(String name) {
        return path + "." + name;
    }

    /** The first of the names that the object has, with a value that is not null. */
    Optional<String> firstOf(String... names) {
        for (String name : names) {
            if (object.hasNonNull(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** All names of members, in their order. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** @throws UnreadablePage when there is a member of another name */
    void allowOnly(Set<String> names) throws UnreadablePage {
        for (String name : names()) {
            if (!names.contains(name)) {
                throw UnreadablePage.at(path(shown(name)), Reason.MALFORMED, "there is no such member.");
            }
        }
    }

    /** The text of the first of these members that there is; null when there is none. */
    @Nullable
    String text(String... names) throws UnreadablePage {
        Optional<String> name = firstOf(names);
        if (name.isEmpty()) {
            return null;
        }
        JsonNode value = object.get(name.get());
        if (!value.isTextual()) {
            throw wrongType(name.get(), "a string", value);
        }
        String text = value.textValue();
        try {
            FormText.check(text);
        } catch (UnreadablePage refused) {
            throw UnreadablePage.at(path(name.get()), refused.reason(), String.valueOf(refused.getMessage()));
        }
        return text;
    }

    /** The objects of an array; none when there is no such member. */
    List<JsonMembers> objects(String... names) throws UnreadablePage {
        Optional<String> name = firstOf(names);
        if (name.isEmpty()) {
            return List.of();
        }
        JsonNode value = object.get(name.get());
        if (!value.isArray()) {
            throw wrongType(name.get(), "an array", value);
        }
        List<JsonMembers> objects = new ArrayList<>(value.size());
        for (int index = 0; index < value.size(); index++) {
            String itsPath = path(name.get()) + "[" + index + "]";
            if (!value.get(index).isObject()) {
                throw UnreadablePage.at(
                        itsPath, Reason.MALFORMED, "an object is expected, not " + kind(value.get(index)) + ".");
            }
            objects.add(new JsonMembers(itsPath, value.get(index)));
        }
        return objects;
    }

    /** The objects of an array, or those that are members of an object, as ninjs 1.x lists things by name. */
    List<JsonMembers> listed(String... names) throws UnreadablePage {
        Optional<JsonMembers> named = firstOf(names).flatMap(this::object);
        if (named.isEmpty()) {
            return objects(names);
        }
        List<JsonMembers> objects = new ArrayList<>();
        for (String name : named.get().names()) {
            objects.add(named.get()
                    .object(name)
                    .orElseThrow(() -> UnreadablePage.at(
                            named.get().path(shown(name)), Reason.MALFORMED, "an object is expected.")));
        }
        return objects;
    }

    /** The strings of an array, or of one member of the objects of it; null when there is no such array. */
    @Nullable
    List<String> texts(String name, String ofObjects) throws UnreadablePage {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isArray()) {
            throw wrongType(name, "an array", value);
        }
        List<String> texts = new ArrayList<>(value.size());
        for (int index = 0; index < value.size(); index++) {
            JsonNode element = value.get(index);
            JsonNode text = element.isObject() ? element.path(ofObjects) : element;
            if (!text.isTextual()) {
                throw UnreadablePage.at(
                        "%s[%d]".formatted(path(name), index),
                        Reason.MALFORMED,
                        "a string is expected, not " + kind(text) + ".");
            }
            texts.add(text.textValue());
        }
        return texts;
    }

    /** A whole number; null when there is none. */
    @Nullable
    Integer number(String name) throws UnreadablePage {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrongType(name, "a whole number", value);
        }
        return value.intValue();
    }

    /** Whether the member is an object; a string or nothing is not. */
    Optional<JsonMembers> object(String name) {
        JsonNode value = object.get(name);
        return value != null && value.isObject() ? Optional.of(new JsonMembers(path(name), value)) : Optional.empty();
    }

    /** A time by ISO 8601 with its offset, or a date, which is its first moment in UTC; null when there is none. */
    @Nullable
    Instant time(String... names) throws UnreadablePage {
        String text = text(names);
        if (text == null) {
            return null;
        }
        String stated = text.strip();
        try {
            Instant time = stated.length() == "2025-03-05".length()
                    ? LocalDate.parse(stated).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(stated).toInstant();
            if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                return time;
            }
        } catch (DateTimeException none) {
            // Refused below.
        }
        throw UnreadablePage.at(
                path(firstOf(names).orElseThrow()),
                Reason.MALFORMED,
                "\"%s\" is no time by ISO 8601 with an offset, such as 2025-03-05T18:10:00Z.".formatted(shown(stated)));
    }

    /** One of the values; null when there is no such member. */
    <T> @Nullable T oneOf(Map<String, T> values, String... names) throws UnreadablePage {
        String text = text(names);
        if (text == null) {
            return null;
        }
        T value = values.get(text.strip().toLowerCase(Locale.ROOT));
        if (value == null) {
            throw UnreadablePage.at(
                    path(firstOf(names).orElseThrow()),
                    Reason.MALFORMED,
                    "\"%s\" is none of %s."
                            .formatted(
                                    shown(text),
                                    String.join(
                                            ", ",
                                            values.keySet().stream().sorted().toList())));
        }
        return value;
    }

    private UnreadablePage wrongType(String name, String expected, JsonNode value) {
        return UnreadablePage.at(
                path(name), Reason.MALFORMED, "%s is expected, not %s.".formatted(expected, kind(value)));
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case NULL -> "null";
            case MISSING -> "nothing";
        };
    }

    static String shown(String text) {
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
    }
}
