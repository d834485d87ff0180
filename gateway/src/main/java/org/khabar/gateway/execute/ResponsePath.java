package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.List;

/** Where in the answer the writer is. */
final class ResponsePath {
    private final List<Object> steps = new ArrayList<>();

    void push(Object step) {
        steps.add(step);
    }

    void pop() {
        steps.removeLast();
    }

    List<Object> toList() {
        return List.copyOf(steps);
    }
}
