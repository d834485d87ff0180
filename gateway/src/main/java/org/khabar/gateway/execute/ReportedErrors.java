package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonKey;

/** The errors that came with an answer, by the part of the request that they are in. */
final class ReportedErrors {
    private static final int NOWHERE = -1;

    private final List<Placed> errors = new ArrayList<>();

    /**
     * Finds out where errors are.
     *
     * @param fields names of the parts' fields
     */
    ReportedErrors(List<Map<String, @Nullable Object>> errors, List<JsonKey> fields) {
        List<String> names = fields.stream().map(JsonKey::text).toList();
        for (Map<String, @Nullable Object> error : errors) {
            List<?> path = path(error);
            int part = !path.isEmpty() && path.getFirst() instanceof String name ? names.indexOf(name) : NOWHERE;
            this.errors.add(new Placed(error, part));
        }
    }

    private record Placed(Map<String, @Nullable Object> error, int part) {}

    /** Whether there are some in a part. */
    boolean areIn(int part) {
        return errors.stream().anyMatch(placed -> placed.part() == part);
    }

    /** Whether one says of a part that it brings nothing at all, and not of something in it. */
    boolean failed(int part) {
        return errors.stream()
                .anyMatch(
                        placed -> placed.part() == part && path(placed.error()).size() == 1);
    }

    /** Whether some do not say which part they are in. */
    boolean areNowhere() {
        return areIn(NOWHERE);
    }

    /**
     * Those in a part.
     *
     * @param others whether also those that do not say where they are
     */
    List<Map<String, @Nullable Object>> in(int part, boolean others) {
        List<Map<String, @Nullable Object>> found = new ArrayList<>();
        for (Placed placed : errors) {
            if (placed.part() == part || others && placed.part() == NOWHERE) {
                found.add(placed.error());
            }
        }
        return found;
    }

    /** All as they concern a part that they are not in: their paths mean nothing there. */
    List<Map<String, @Nullable Object>> withoutPaths() {
        List<Map<String, @Nullable Object>> bare = new ArrayList<>();
        for (Placed placed : errors) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>(placed.error());
            copy.remove("path");
            bare.add(copy);
        }
        return bare;
    }

    private static List<?> path(Map<String, @Nullable Object> error) {
        return error.get("path") instanceof List<?> path ? path : List.of();
    }
}
