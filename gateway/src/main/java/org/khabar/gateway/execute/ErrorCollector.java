package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.khabar.gateway.plan.OutputSelection.OutputField;

/** The errors of an answer: those that subgraphs reported, and those of nulls that nothing else explains. */
final class ErrorCollector {
    private final Set<ExecutionError> errors = new LinkedHashSet<>();
    private final PathTree reported = new PathTree();
    private final PathTree explained = new PathTree();
    private final int limit;
    private long bytesLeft;

    /**
     * An empty collector. One error can be long and stand in many places, so that their number alone bounds nothing.
     *
     * @param limit how many errors there may be
     * @param maxBytes about how many bytes they may have together
     */
    ErrorCollector(int limit, long maxBytes) {
        this.limit = limit;
        this.bytesLeft = maxBytes;
    }

    void add(ExecutionError error) {
        if (isFull()) {
            return;
        }
        bytesLeft -= ErrorWeight.of(error);
        keep(
                bytesLeft >= 0
                        ? error
                        : ExecutionError.of(
                                "Errors are left out: they are longer together than they may be",
                                "LIMIT_EXCEEDED",
                                error.path()));
    }

    private void keep(ExecutionError error) {
        List<Object> path = error.path();
        if (errors.add(error) && path != null) {
            reported.add(path);
        }
    }

    /** Whether further errors are left out. */
    boolean isFull() {
        return errors.size() >= limit || bytesLeft < 0;
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
        if (!isFull()) {
            String message = (stranger ? "Log in to see " : "You are not allowed to see ") + coordinate;
            add(ExecutionError.of(message, stranger ? "UNAUTHENTICATED" : "FORBIDDEN", path.toList()));
        }
    }

    /** A value is null that must not be. When an error at, above or below it says why, there is nothing to add. */
    void nullAt(ResponsePath path, OutputField field) {
        if (isUnexplained(path)) {
            add(ExecutionError.of(
                    "Cannot return null for non-nullable field " + field.coordinate(), "INTERNAL", path.toList()));
        }
    }

    /** A subgraph brought a value that is none of the field's type. */
    void unfitAt(ResponsePath path, OutputField field) {
        if (isUnexplained(path)) {
            add(ExecutionError.of(
                    "The value of " + field.coordinate() + " is no valid " + field.type(), "INTERNAL", path.toList()));
        }
    }

    private boolean isUnexplained(ResponsePath path) {
        return !isFull() && !explained.hasAtOrAbove(path.steps()) && !reported.hasOnTheWay(path.steps());
    }

    List<ExecutionError> list() {
        return new ArrayList<>(errors);
    }
}
