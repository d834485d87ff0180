package org.khabar.gateway.supergraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A union. Its members are those of all subgraphs together; each subgraph answers with its own only.
 *
 * @param name its name
 * @param members the member object types, by the subgraph that lists them
 * @param contexts the contexts that its members set for being in it ({@code @context}), as the supergraph names them
 * @param traits marks on the type
 */
public record UnionType(String name, Map<String, Set<String>> members, Set<String> contexts, Traits traits)
        implements SupergraphType {
    public UnionType {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        contexts = Set.copyOf(contexts);
    }

    @Override
    public Set<String> subgraphs() {
        return members.keySet();
    }
}
