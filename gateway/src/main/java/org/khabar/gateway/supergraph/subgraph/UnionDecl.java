package org.khabar.gateway.supergraph.subgraph;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A union of a subgraph.
 *
 * @param name its name
 * @param members the object types in it
 * @param header what every type has
 */
public record UnionDecl(String name, Set<String> members, Header header) implements TypeDecl {
    public UnionDecl {
        members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
    }

    @Override
    public TypeKind kind() {
        return TypeKind.UNION;
    }
}
