package org.khabar.gateway.supergraph;

import org.jspecify.annotations.Nullable;

/**
 * What a subgraph says of itself, as composition takes it.
 *
 * @param name the subgraph's name
 * @param url where it is served; null when unknown
 * @param sdl its schema as {@code _service { sdl }} or a file has it
 */
public record SubgraphSdl(String name, @Nullable String url, String sdl) {
    public SubgraphSdl {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A subgraph needs a name");
        }
    }
}
