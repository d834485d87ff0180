package org.khabar.gateway.supergraph.subgraph;

/**
 * A custom scalar of a subgraph.
 *
 * @param name its name
 * @param header what every type has
 */
public record ScalarDecl(String name, Header header) implements TypeDecl {
    @Override
    public TypeKind kind() {
        return TypeKind.SCALAR;
    }
}
