package org.khabar.article.importing.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as pages have it: with line breaks in strings, comments, commas too many, and broken off. What was read up
 * to a fault counts. Objects are maps, arrays lists, numbers and truth values strings.
 */
final class LenientJson {

    private static final int MAX_DEPTH = 60;
    private static final int MAX_VALUES = 50_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    /**
     * What was read.
     *
     * @param values the values at the top
     * @param whole whether there was no fault
     */
    record Result(List<Object> values, boolean whole) {}

    private final List<Object> top = new ArrayList<>();
    private final Deque<Object> open = new ArrayDeque<>();
    private @Nullable String name;
    private int count;

    private LenientJson() {}

    static Result read(String json) {
        LenientJson reader = new LenientJson();
        boolean whole = reader.readAll(json);
        return new Result(reader.top, whole);
    }

    private boolean readAll(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            JsonToken token = parser.nextToken();
            while (token != null && count < MAX_VALUES) {
                take(token, parser);
                token = parser.nextToken();
            }
            return token == null && open.isEmpty();
        } catch (IOException fault) {
            return false;
        }
    }

    private void take(JsonToken token, JsonParser parser) throws IOException {
        switch (token) {
            case START_OBJECT -> open(new LinkedHashMap<String, Object>());
            case START_ARRAY -> open(new ArrayList<Object>());
            case END_OBJECT, END_ARRAY -> open.pop();
            case FIELD_NAME -> name = parser.currentName();
            case VALUE_NULL -> name = null;
            default -> add(parser.getText());
        }
    }

    private void open(Object container) {
        add(container);
        open.push(container);
    }

    @SuppressWarnings("unchecked") // containers are made here
    private void add(Object value) {
        count++;
        Object around = open.peek();
        if (around instanceof Map && name != null) {
            ((Map<String, Object>) around).putIfAbsent(name, value);
            name = null;
        } else if (around instanceof List) {
            ((List<Object>) around).add(value);
        } else {
            top.add(value);
        }
    }

    /** The value of a name in an object; null when there is none or it is no object. */
    static @Nullable Object get(@Nullable Object object, String name) {
        return object instanceof Map<?, ?> map ? map.get(name) : null;
    }

    /** The items of a list, or the value itself as the only one. */
    static List<?> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? list : List.of(value);
    }
}
