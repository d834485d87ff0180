package org.khabar.gateway.supergraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An interface type. A subgraph may know it as an object ({@link TypeSource#interfaceObject}).
 *
 * @param name its name
 * @param fields its fields by name, in schema order
 * @param sources how each subgraph defines it, by the subgraph's name
 * @param implementations the object types that implement it, by the subgraph that says so
 * @param traits marks on the type
 */
public record InterfaceType(
        String name,
        Map<String, SupergraphField> fields,
        Map<String, TypeSource> sources,
        Map<String, Set<String>> implementations,
        Traits traits)
        implements FieldedType {
    public InterfaceType {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        implementations = Collections.unmodifiableMap(new LinkedHashMap<>(implementations));
    }
}
