package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The errors of an answer: those that subgraphs reported, and those of nulls that nothing else explains. */
final class ErrorCollector {
    private final Set<ExecutionError> errors = new LinkedHashSet<>();
    private final int limit;

    ErrorCollector(int limit) {
        this.limit = limit;
    }

    void add(ExecutionError error) {
        if (errors.size() < limit) {
            errors.add(error);
        }
    }

    int size() {
        return errors.size();
    }

    /** A value is null that must not be. When an error at, above or below it says why, there is nothing to add. */
    void nullAt(ResponsePath path, String coordinate) {
        List<Object> steps = path.toList();
        if (errors.stream().noneMatch(error -> explains(error, steps))) {
            add(ExecutionError.of("Cannot return null for non-nullable field " + coordinate, "INTERNAL", steps));
        }
    }

    private static boolean explains(ExecutionError error, List<Object> path) {
        List<Object> known = error.path();
        if (known == null) {
            return false;
        }
        int common = Math.min(known.size(), path.size());
        return known.subList(0, common).equals(path.subList(0, common));
    }

    List<ExecutionError> list() {
        return new ArrayList<>(errors);
    }
}
