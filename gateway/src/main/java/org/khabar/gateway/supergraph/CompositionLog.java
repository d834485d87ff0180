package org.khabar.gateway.supergraph;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found while subgraphs are checked and merged. Not for more than one thread. */
public final class CompositionLog {
    private final List<CompositionError> errors = new ArrayList<>();
    private final List<CompositionHint> hints = new ArrayList<>();

    /** Notes a broken rule of one subgraph. */
    public void error(CompositionCode code, String subgraph, String coordinate, String message) {
        error(code, List.of(subgraph), coordinate, message);
    }

    /** Notes a broken rule; the same one is noted once. */
    public void error(CompositionCode code, List<String> subgraphs, String coordinate, String message) {
        CompositionError error = new CompositionError(code, subgraphs, coordinate, message);
        if (!errors.contains(error)) {
            errors.add(error);
        }
    }

    /** Notes something that composes but deserves a look. */
    public void hint(String code, String coordinate, String message) {
        hints.add(new CompositionHint(code, coordinate, message));
    }

    /** Whether any rule is broken so far. */
    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** The broken rules so far. */
    public List<CompositionError> errors() {
        return List.copyOf(errors);
    }

    /** The hints so far. */
    public List<CompositionHint> hints() {
        return List.copyOf(hints);
    }
}
