package org.khabar.gateway.supergraph;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A custom scalar; the five that GraphQL has itself are not listed in a supergraph.
 *
 * @param name its name
 * @param subgraphs the subgraphs that define it
 * @param traits marks on the type
 */
public record ScalarType(String name, Set<String> subgraphs, Traits traits) implements SupergraphType {
    public ScalarType {
        subgraphs = Collections.unmodifiableSet(new LinkedHashSet<>(subgraphs));
    }
}
