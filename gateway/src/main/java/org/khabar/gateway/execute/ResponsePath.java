package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where in the answer the writer is. */
final class ResponsePath {
    private final List<Object> steps = new ArrayList<>();
    private final List<Object> seen = Collections.unmodifiableList(steps);

    void push(Object step) {
        steps.add(step);
    }

    void pop() {
        steps.removeLast();
    }

    /** The steps to where the writer is now. */
    List<Object> steps() {
        return seen;
    }

    List<Object> toList() {
        return List.copyOf(steps);
    }
}
