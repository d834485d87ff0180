package org.khabar.gateway.supergraph;

import java.util.List;

/** Composes subgraphs. */
public final class Composition {
    private Composition() {}

    /** Composes them. */
    public static CompositionResult compose(List<SubgraphSdl> subgraphs) {
        throw new UnsupportedOperationException("not yet");
    }
}
