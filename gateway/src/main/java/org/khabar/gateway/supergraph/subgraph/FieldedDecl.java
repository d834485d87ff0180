package org.khabar.gateway.supergraph.subgraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.khabar.gateway.supergraph.link.FederationDirective;

/**
 * An object type or interface of a subgraph.
 *
 * @param name its name
 * @param kind {@link TypeKind#OBJECT} or {@link TypeKind#INTERFACE}
 * @param fields its fields by name
 * @param interfaces the interfaces it implements
 * @param keys its keys, in the order written
 * @param header what every type has
 */
public record FieldedDecl(
        String name,
        TypeKind kind,
        Map<String, FieldDecl> fields,
        Set<String> interfaces,
        List<KeyDecl> keys,
        Header header)
        implements TypeDecl {
    public FieldedDecl {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        interfaces = Collections.unmodifiableSet(new LinkedHashSet<>(interfaces));
        keys = List.copyOf(keys);
    }

    /** Whether this is an interface in the subgraph itself. */
    public boolean isInterface() {
        return kind == TypeKind.INTERFACE;
    }

    /** Whether this is an object that stands for an interface of other subgraphs. */
    public boolean isInterfaceObject() {
        return header.annotations().has(FederationDirective.INTERFACE_OBJECT);
    }

    /** Whether the supergraph has this as an interface. */
    public boolean isInterfaceInSupergraph() {
        return isInterface() || isInterfaceObject();
    }

    /** This type with other fields. */
    public FieldedDecl withFields(Map<String, FieldDecl> other) {
        return new FieldedDecl(name, kind, other, interfaces, keys, header);
    }
}
