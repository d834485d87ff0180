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
 * @param traits marks on the type
 */
public record UnionType(String name, Map<String, Set<String>> members, Traits traits) implements SupergraphType {
    public UnionType {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public Set<String> subgraphs() {
        return members.keySet();
    }
}
