package org.khabar.gateway.supergraph.subgraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An input object type of a subgraph.
 *
 * @param name its name
 * @param fields its fields by name
 * @param header what every type has
 */
public record InputObjectDecl(String name, Map<String, InputValueDecl> fields, Header header) implements TypeDecl {
    public InputObjectDecl {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public TypeKind kind() {
        return TypeKind.INPUT_OBJECT;
    }
}
