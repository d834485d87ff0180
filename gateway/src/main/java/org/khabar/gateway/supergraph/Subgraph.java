package org.khabar.gateway.supergraph;

import org.jspecify.annotations.Nullable;

/**
 * A service that answers for a part of the schema.
 *
 * @param name how people and configuration call it, unique in the supergraph
 * @param url where it is served; null when the supergraph does not say
 */
public record Subgraph(String name, @Nullable String url) {
    public Subgraph {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A subgraph needs a name");
        }
    }
}
