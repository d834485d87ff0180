package org.khabar.gateway.supergraph.rules;

import org.khabar.gateway.supergraph.CompositionLog;

/** Something that the subgraphs must keep together. */
@FunctionalInterface
interface SupergraphRule {
    void check(MergedSchema merged, CompositionLog log);
}
