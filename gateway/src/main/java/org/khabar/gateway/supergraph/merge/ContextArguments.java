package org.khabar.gateway.supergraph.merge;

import java.util.Map;
import java.util.Set;
import org.khabar.gateway.supergraph.subgraph.InputValueDecl;

/** Arguments that are filled from a context: clients never see them. */
final class ContextArguments {
    private ContextArguments() {}

    static void checkSame(
            MergeContext context, String coordinate, Map<String, InputValueDecl> sources, Set<String> owners) {}
}
