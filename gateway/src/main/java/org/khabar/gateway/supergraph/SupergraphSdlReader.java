package org.khabar.gateway.supergraph;

/** Reads supergraph SDL. */
public final class SupergraphSdlReader {
    private SupergraphSdlReader() {}

    /** Reads it. */
    public static Supergraph read(String sdl) {
        throw new UnsupportedOperationException("not yet");
    }
}
