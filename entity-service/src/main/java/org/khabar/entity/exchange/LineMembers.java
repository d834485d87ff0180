package org.khabar.entity.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.failure.RequestFailure;

/** An object of a line that knows its path, so that whatever is wrong in it says where. A member that is null is not there. */
final class LineMembers {

    private static final int MOST_SHOWN = 60;
    /** So that what goes on counting from a line's number has room for as many again. */
    private static final int MOST_COUNTED = 1_000_000_000;

    private final String path;
    private final JsonNode object;

    private LineMembers(String path, JsonNode object) {
        this.path = path;
        this.object = object;
    }

    /** Reads a list's items. */
    interface ItemReader<T> {
        T read(LineMembers item);
    }

    /** @throws RequestFailure when it is no object, or has other members than these */
    static LineMembers of(String path, JsonNode node, Set<String> members) {
        if (!node.isObject()) {
            throw RequestFailure.badInput("%s: an object is expected, not %s.".formatted(path, kind(node)));
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!members.contains(name)) {
                throw RequestFailure.badInput("%s: there is no such member.".formatted(path + '.' + shown(name)));
            }
        }
        return new LineMembers(path, node);
    }

    /** Where it stands in the line. */
    String path() {
        return path;
    }

    String path(String name) {
        return path + '.' + name;
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    @Nullable
    String text(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrong(name, "a string", value);
        }
        return value.textValue();
    }

    String required(String name) {
        String text = text(name);
        if (text == null) {
            throw RequestFailure.badInput("%s is missing.".formatted(path(name)));
        }
        return text;
    }

    @Nullable
    Boolean bool(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            throw wrong(name, "true or false", value);
        }
        return value == null ? null : value.booleanValue();
    }

    /** A number from 1 to a thousand million. */
    @Nullable
    Integer count(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
            throw wrong(name, "a whole number from 1 on", value);
        }
        if (value.intValue() > MOST_COUNTED) {
            throw RequestFailure.limitExceeded(
                    "%s is %d; the limit is %d.".formatted(path(name), value.intValue(), MOST_COUNTED));
        }
        return value.intValue();
    }

    @Nullable
    UUID id(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text.toLowerCase(Locale.ROOT))) {
                return id;
            }
        } catch (IllegalArgumentException notAnId) {
            // Said below.
        }
        throw RequestFailure.badInput("%s is \"%s\", which is no id.".formatted(path(name), shown(text)));
    }

    @Nullable
    LocalDate day(String name) {
        String text = text(name);
        try {
            LocalDate day = text == null ? null : LocalDate.parse(text);
            if (day == null || (day.getYear() >= 1 && day.getYear() <= 9999)) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // Said below.
        }
        throw RequestFailure.badInput(
                "%s is \"%s\", which is no day such as 2024-03-05.".formatted(path(name), shown(String.valueOf(text))));
    }

    /** One of an enum's constants by its name. */
    <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw RequestFailure.badInput("%s is \"%s\"; there are %s."
                .formatted(
                        path(name),
                        shown(text),
                        Stream.of(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /**
     * The items of a list of objects; null when it is not there.
     *
     * @param members that an item may have
     */
    <T> @Nullable List<T> objects(String name, int most, Set<String> members, ItemReader<T> reader) {
        JsonNode list = list(name, most);
        if (list == null) {
            return null;
        }
        List<T> items = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            items.add(reader.read(of("%s[%d]".formatted(path(name), i), list.get(i), members)));
        }
        return items;
    }

    /** The items of a list of strings; null when it is not there. */
    @Nullable
    List<String> texts(String name, int most) {
        JsonNode list = list(name, most);
        if (list == null) {
            return null;
        }
        List<String> items = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            if (!list.get(i).isTextual()) {
                throw wrong("%s[%d]".formatted(name, i), "a string", list.get(i));
            }
            items.add(list.get(i).textValue());
        }
        return items;
    }

    /** An object in it; null when it is not there. */
    @Nullable
    LineMembers object(String name, Set<String> members) {
        JsonNode value = value(name);
        return value == null ? null : of(path(name), value, members);
    }

    private @Nullable JsonNode list(String name, int most) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isArray()) {
            throw wrong(name, "a list", value);
        }
        if (value.size() > most) {
            throw RequestFailure.limitExceeded(
                    "%s has %d items; the limit is %d.".formatted(path(name), value.size(), most));
        }
        return value;
    }

    private @Nullable JsonNode value(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private RequestFailure wrong(String name, String expected, JsonNode value) {
        return RequestFailure.badInput("%s: %s is expected, not %s.".formatted(path(name), expected, kind(value)));
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "a string";
            case NUMBER -> value.isIntegralNumber() ? "the number " + shown(value.asText()) : "a number";
            case BOOLEAN -> "true or false";
            case NULL, MISSING -> "null";
        };
    }

    /** As much of a client's text as belongs into a message, control characters left out. */
    private static String shown(String text) {
        String start = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
        return start.replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
