package org.khabar.gateway.incremental;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts the payloads of an answer together as clients do, checking that each belongs to something that came before. */
public final class MergedParts {
    private final Map<String, @Nullable Object> whole = new LinkedHashMap<>();
    private final List<Object> errors = new ArrayList<>();
    private boolean isOver;

    /** The answer that the payloads make together, with all their errors. */
    public static Map<String, @Nullable Object> of(List<? extends Map<?, ?>> payloads) {
        MergedParts merged = new MergedParts();
        payloads.forEach(merged::add);
        if (!merged.isOver) {
            throw new AssertionError("More was announced");
        }
        if (!merged.errors.isEmpty()) {
            merged.whole.put("errors", merged.errors);
        }
        return merged.whole;
    }

    private void add(Map<?, ?> payload) {
        if (isOver) {
            throw new AssertionError("There was to be no more than " + whole);
        }
        isOver = !Boolean.TRUE.equals(payload.get("hasNext"));
        if (payload.get("incremental") instanceof List<?> parts) {
            parts.forEach(part -> part((Map<?, ?>) part));
        } else {
            whole.put("data", payload.get("data"));
        }
        if (payload.get("errors") instanceof List<?> more) {
            errors.addAll(more);
        }
    }

    private void part(Map<?, ?> part) {
        if (part.get("errors") instanceof List<?> more) {
            errors.addAll(more);
        }
        List<?> path = (List<?>) Objects.requireNonNull(part.get("path"));
        if (part.get("items") instanceof List<?> items) {
            int index = (Integer) path.getLast();
            List<@Nullable Object> list = list(at(path.subList(0, path.size() - 1)));
            if (list.size() != index) {
                throw new AssertionError("Items for " + path + ", but there are " + list.size());
            }
            list.addAll(items);
        } else if (part.get("data") instanceof Map<?, ?> data) {
            merge(map(at(path)), data);
        }
    }

    private Object at(List<?> path) {
        Object at = Objects.requireNonNull(whole.get("data"));
        for (Object step : path) {
            Object next = step instanceof Integer index ? list(at).get(index) : map(at).get(step);
            at = Objects.requireNonNull(next, () -> "Nothing is at " + path);
        }
        return at;
    }

    private static void merge(Map<String, @Nullable Object> into, Map<?, ?> more) {
        more.forEach((key, value) -> {
            Object there = into.get(key);
            into.put(String.valueOf(key), there == null || value == null ? value : both(there, value));
        });
    }

    private static Object both(Object one, Object other) {
        if (one instanceof Map<?, ?> && other instanceof Map<?, ?> more) {
            merge(map(one), more);
            return one;
        }
        if (one instanceof List<?> && other instanceof List<?> more) {
            List<@Nullable Object> list = list(one);
            for (int i = 0; i < more.size(); i++) {
                Object there = list.get(i);
                Object here = more.get(i);
                list.set(i, there == null || here == null ? here : both(there, here));
            }
            return one;
        }
        return other;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> map(Object value) {
        return (Map<String, @Nullable Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<@Nullable Object> list(Object value) {
        return (List<@Nullable Object>) value;
    }
}
