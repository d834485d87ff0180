package org.khabar.gateway.supergraph;

import org.khabar.gateway.supergraph.join.JoinReader;

/** Reads a supergraph in the {@code join} format, v0.1 to v0.5, as Apollo's, Hive's and WunderGraph's tools write it. */
public final class SupergraphSdlReader {
    private SupergraphSdlReader() {}

    /**
     * Reads a supergraph.
     *
     * @throws InvalidSupergraphException when {@code sdl} is not GraphQL SDL, is not in the {@code join} format, or names
     *     a subgraph or type that it does not define
     */
    public static Supergraph read(String sdl) {
        return JoinReader.read(sdl);
    }
}
