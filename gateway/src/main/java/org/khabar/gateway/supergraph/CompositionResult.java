package org.khabar.gateway.supergraph;

import java.util.List;

/** What became of a composition. */
public sealed interface CompositionResult {

    /**
     * The subgraphs fit.
     *
     * @param supergraph the one schema
     * @param hints what fits but deserves a look, such as an enum value that was left out
     */
    record Success(Supergraph supergraph, List<CompositionHint> hints) implements CompositionResult {
        public Success {
            hints = List.copyOf(hints);
        }
    }

    /**
     * They do not.
     *
     * @param errors why, at least one
     */
    record Failure(List<CompositionError> errors) implements CompositionResult {
        public Failure {
            errors = List.copyOf(errors);
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("A failed composition has an error");
            }
        }
    }
}
