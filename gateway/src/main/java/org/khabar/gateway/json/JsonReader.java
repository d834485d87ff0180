package org.khabar.gateway.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into Java values: {@link Map}, {@link List}, {@link String}, {@link Boolean}, {@link Integer},
 * {@link BigInteger}, {@link BigDecimal} and null. For small texts only: errors and variables.
 */
public final class JsonReader {
    /** Longer numbers cost more than linear time to convert (java.math). */
    private static final int MAX_NUMBER_LENGTH = 400;

    private final JsonScanner scanner;
    private int depth;

    private JsonReader(JsonScanner scanner) {
        this.scanner = scanner;
    }

    /**
     * Reads a whole text.
     *
     * @param maxDepth how deep arrays and objects may nest
     * @throws JsonSyntaxException when it is not JSON, nests too deep or has a number beyond 400 digits
     */
    public static @Nullable Object read(byte[] json, int maxDepth) {
        JsonScanner scanner = new JsonScanner(json, maxDepth);
        Object value = new JsonReader(scanner).value();
        scanner.expectEnd();
        return value;
    }

    /** Reads the value that is next in {@code scanner}. */
    public static @Nullable Object read(JsonScanner scanner) {
        return new JsonReader(scanner).value();
    }

    private @Nullable Object value() {
        return switch (scanner.peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> scalar();
        };
    }

    private Map<String, @Nullable Object> object() {
        enter('{');
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (boolean more = !scanner.tryRead('}'); more; more = scanner.hasMore('}')) {
            String key = string();
            scanner.expect(':');
            object.put(key, value());
        }
        depth--;
        return object;
    }

    private List<@Nullable Object> array() {
        enter('[');
        List<@Nullable Object> array = new ArrayList<>();
        for (boolean more = !scanner.tryRead(']'); more; more = scanner.hasMore(']')) {
            array.add(value());
        }
        depth--;
        return array;
    }

    private void enter(char bracket) {
        if (++depth > scanner.maxDepth()) {
            throw scanner.tooDeep();
        }
        scanner.expect(bracket);
    }

    private String string() {
        int start = scanner.skipString();
        return JsonStrings.decode(scanner, start, scanner.position() - 1);
    }

    private @Nullable Object scalar() {
        int start = scanner.position();
        scanner.skipValue();
        String text = scanner.text(start, scanner.position());
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> number(text);
        };
    }

    private Object number(String text) {
        if (text.length() > MAX_NUMBER_LENGTH) {
            throw scanner.beyondLimit("Number of more than " + MAX_NUMBER_LENGTH + " characters");
        }
        if (JsonNumbers.isInteger(text)) {
            return text.length() < 10 ? (Object) Integer.valueOf(text) : JsonNumbers.integer(text);
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException _) {
            throw scanner.unexpected("Number out of range");
        }
    }
}
