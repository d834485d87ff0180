package org.khabar.gateway.supergraph.satisfiability;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * An object type and the positions in subgraphs that the way to it can have led to.
 *
 * @param type the object type
 * @param positions the positions
 */
record State(String type, Set<Position> positions) {
    State {
        positions = Collections.unmodifiableSet(new LinkedHashSet<>(positions));
    }
}
