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
 * @param path response keys and list indices to the field; null when it has none
 * @param extensions {@code code}, {@code service} and what the subgraph added
 */
public record ExecutionError(String message, @Nullable List<Object> path, Map<String, @Nullable Object> extensions) {
    public ExecutionError {
        path = path == null ? null : List.copyOf(path);
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    /** An error with a code alone. */
    public static ExecutionError of(String message, String code, @Nullable List<Object> path) {
        return new ExecutionError(message, path, Map.of("code", code));
    }

    /** In the shape of the GraphQL specification. */
    public Map<String, @Nullable Object> toSpecification() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("message", message);
        if (path != null) {
            map.put("path", path);
        }
        map.put("extensions", extensions);
        return map;
    }
}
