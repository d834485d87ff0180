package org.khabar.gateway.supergraph.satisfiability;

import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.FieldSet;

/**
 * A place in one subgraph.
 *
 * @param subgraph the subgraph
 * @param type the object type there, or the interface that it knows as an object
 * @param provided what the subgraph resolves here beyond what it always resolves; null when nothing
 */
record Position(String subgraph, String type, @Nullable FieldSet provided) {

    /** The same place reached by a key: nothing is provided there. */
    static Position byKey(String subgraph, String type) {
        return new Position(subgraph, type, null);
    }
}
