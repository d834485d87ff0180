package org.khabar.gateway.supergraph.join;

/** Brings v0.1 into the form of later versions. */
final class JoinV01 {
    private JoinV01() {}

    static JoinDocument upgrade(JoinDocument join) {
        return join;
    }
}
