package org.khabar.gateway.supergraph;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How one subgraph defines an object or interface type.
 *
 * @param subgraph the subgraph's name
 * @param keys its keys, in the order written
 * @param interfaceObject whether the subgraph knows this interface as an object ({@code @interfaceObject})
 * @param interfaces the interfaces that the type implements in this subgraph
 * @param contexts the contexts that the type sets in this subgraph ({@code @context}), as the supergraph names them
 */
public record TypeSource(
        String subgraph, List<EntityKey> keys, boolean interfaceObject, Set<String> interfaces, Set<String> contexts) {
    public TypeSource {
        keys = List.copyOf(keys);
        interfaces = Collections.unmodifiableSet(new LinkedHashSet<>(interfaces));
        contexts = Set.copyOf(contexts);
    }

    /** The keys through which the subgraph can be entered. */
    public List<EntityKey> resolvableKeys() {
        return keys.stream().filter(EntityKey::resolvable).toList();
    }
}
