package org.khabar.gateway.supergraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object type.
 *
 * @param name its name
 * @param fields its fields by name, in schema order
 * @param sources how each subgraph defines it, by the subgraph's name
 * @param traits marks on the type
 */
public record ObjectType(
        String name, Map<String, SupergraphField> fields, Map<String, TypeSource> sources, Traits traits)
        implements FieldedType {
    public ObjectType {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }
}
