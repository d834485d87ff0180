package org.khabar.gateway.differential;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a value so that equal values read the same, whichever way they came. */
final class CanonicalText {
    private CanonicalText() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map -> ofMap(map);
            case List<?> list -> list.stream().map(CanonicalText::of).collect(Collectors.joining(",", "[", "]"));
            case Number number -> String.valueOf(number.doubleValue());
            default -> value.toString();
        };
    }

    private static String ofMap(Map<?, ?> map) {
        Map<String, String> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), of(value)));
        return sorted.toString();
    }
}
