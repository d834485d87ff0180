package org.khabar.gateway.supergraph;

import java.util.List;

/**
 * Why subgraphs do not fit together.
 *
 * @param code the broken rule
 * @param subgraphs the subgraphs at fault, in the order they were given
 * @param coordinate the schema element, such as {@code Article.outlet} or {@code Query.articles(first:)}; empty for the
 *     schema as a whole
 * @param message what is wrong, in a sentence
 */
public record CompositionError(CompositionCode code, List<String> subgraphs, String coordinate, String message) {
    public CompositionError {
        subgraphs = List.copyOf(subgraphs);
    }

    @Override
    public String toString() {
        return code + " " + subgraphs + " " + coordinate + ": " + message;
    }
}
