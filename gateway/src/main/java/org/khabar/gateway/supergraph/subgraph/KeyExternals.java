package org.khabar.gateway.supergraph.subgraph;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Takes {@code @external} off the key fields of type extensions. Federation 1 wanted it there, although the subgraph
 * does resolve those fields.
 */
final class KeyExternals {
    private KeyExternals() {}

    static SubgraphSchema resolve(SubgraphSchema schema) {
        Set<FieldCoordinate> keyFields = new LinkedHashSet<>();
        for (FieldedDecl type : schema.fieldedTypes()) {
            type.keys().stream()
                    .filter(key -> key.extension() || !schema.federation2())
                    .forEach(key -> keyFields.addAll(SelectedFields.of(schema, type.name(), key.fields())));
        }
        if (keyFields.isEmpty()) {
            return schema;
        }
        Map<String, TypeDecl> types = new LinkedHashMap<>(schema.types());
        schema.fieldedTypes().forEach(type -> types.put(type.name(), withoutMarks(type, keyFields)));
        return schema.withTypes(types);
    }

    private static FieldedDecl withoutMarks(FieldedDecl type, Set<FieldCoordinate> keyFields) {
        Map<String, FieldDecl> fields = new LinkedHashMap<>(type.fields());
        fields.replaceAll(
                (name, field) -> field.external() && keyFields.contains(new FieldCoordinate(type.name(), name))
                        ? field.withExternal(false)
                        : field);
        return type.withFields(fields);
    }
}
