package org.khabar.gateway.supergraph.subgraph;

import org.khabar.gateway.supergraph.CompositionLog;

/** Checks GraphQL's own rules. */
final class GraphqlValidity {
    private GraphqlValidity() {}

    static void check(SubgraphSchema schema, CompositionLog log) {}
}
