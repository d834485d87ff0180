package org.khabar.gateway.supergraph.merge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.khabar.gateway.supergraph.subgraph.FieldDecl;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;

/**
 * The declarations of one object or interface.
 *
 * @param name its name
 * @param isInterface whether the supergraph has it as an interface
 * @param bySubgraph what each subgraph declares
 */
record FieldedSources(String name, boolean isInterface, Map<String, FieldedDecl> bySubgraph) {
    FieldedSources {
        bySubgraph = Collections.unmodifiableMap(new LinkedHashMap<>(bySubgraph));
    }

    Set<String> fieldNames() {
        Set<String> names = new LinkedHashSet<>();
        bySubgraph.values().forEach(type -> names.addAll(type.fields().keySet()));
        return names;
    }

    /** Those declarations that are on an object, which stands for an interface of others. */
    Map<String, FieldDecl> onlyObjects(Map<String, FieldDecl> declared) {
        Map<String, FieldDecl> onObjects = new LinkedHashMap<>(declared);
        onObjects.keySet().removeIf(subgraph -> {
            FieldedDecl type = bySubgraph.get(subgraph);
            return type == null || type.isInterface();
        });
        return onObjects;
    }

    Map<String, FieldDecl> field(String field) {
        Map<String, FieldDecl> declared = new LinkedHashMap<>();
        bySubgraph.forEach((subgraph, type) -> {
            FieldDecl found = type.fields().get(field);
            if (found != null) {
                declared.put(subgraph, found);
            }
        });
        return declared;
    }
}
