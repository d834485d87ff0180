package org.khabar.gateway.execute;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error of an answer.
 *
 * @param message for people
 * @param locations where in the document it is; empty when that is not known
 * @param path response keys and list indices to the field; null when it has none
 * @param extensions {@code code}, {@code service} and what the subgraph added
 */
public record ExecutionError(
        String message,
        List<Location> locations,
        @Nullable List<Object> path,
        Map<String, @Nullable Object> extensions) {
    public ExecutionError {
        locations = List.copyOf(locations);
        path = path == null ? null : List.copyOf(path);
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    /** An error that is not tied to a place of the document. */
    public ExecutionError(String message, @Nullable List<Object> path, Map<String, @Nullable Object> extensions) {
        this(message, List.of(), path, extensions);
    }

    /** A place in the document, both counted from 1. */
    public record Location(int line, int column) {}

    /** An error with a code alone. */
    public static ExecutionError of(String message, String code, @Nullable List<Object> path) {
        return new ExecutionError(message, path, Map.of("code", code));
    }

    /** In the shape of the GraphQL specification. */
    public Map<String, @Nullable Object> toSpecification() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("message", message);
        if (!locations.isEmpty()) {
            map.put(
                    "locations",
                    locations.stream()
                            .map(location -> Map.of("line", location.line(), "column", location.column()))
                            .toList());
        }
        if (path != null) {
            map.put("path", path);
        }
        map.put("extensions", extensions);
        return map;
    }
}
