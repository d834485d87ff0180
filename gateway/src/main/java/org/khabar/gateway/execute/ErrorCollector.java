package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The errors of an answer: those that subgraphs reported, and those of nulls that nothing else explains. */
final class ErrorCollector {
    private final Set<ExecutionError> errors = new LinkedHashSet<>();
    private final Set<List<Object>> explained = new HashSet<>();
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

    /** Everything below a path is null because of an error that is known. */
    void explain(List<Object> path) {
        explained.add(path);
    }

    /** A value is null because the caller may not see it. */
    void refusedAt(ResponsePath path, String coordinate, boolean stranger) {
        if (errors.size() < limit) {
            String message = (stranger ? "Log in to see " : "You are not allowed to see ") + coordinate;
            add(ExecutionError.of(message, stranger ? "UNAUTHENTICATED" : "FORBIDDEN", path.toList()));
        }
    }

    /** A value is null that must not be. When an error at, above or below it says why, there is nothing to add. */
    void nullAt(ResponsePath path, String coordinate) {
        List<Object> steps = path.toList();
        boolean known = explained.stream().anyMatch(above -> isPrefix(above, steps))
                || errors.stream().anyMatch(error -> explains(error, steps));
        if (!known) {
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

    private static boolean isPrefix(List<Object> above, List<Object> path) {
        return above.size() <= path.size() && path.subList(0, above.size()).equals(above);
    }

    List<ExecutionError> list() {
        return new ArrayList<>(errors);
    }
}
