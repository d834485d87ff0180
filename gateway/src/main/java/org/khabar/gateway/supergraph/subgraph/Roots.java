package org.khabar.gateway.supergraph.subgraph;

import java.util.List;

/** The names that root types have in a supergraph. */
public final class Roots {
    /** The three, in the order of a schema definition. */
    public static final List<String> NAMES = List.of("Query", "Mutation", "Subscription");

    private Roots() {}

    /** Whether a type of that name is a root type. */
    public static boolean isRoot(String name) {
        return NAMES.contains(name);
    }
}
