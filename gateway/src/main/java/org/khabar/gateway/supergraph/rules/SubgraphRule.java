package org.khabar.gateway.supergraph.rules;

import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/** Something that a subgraph must keep by itself. */
@FunctionalInterface
interface SubgraphRule {
    void check(SubgraphSchema subgraph, CompositionLog log);
}
