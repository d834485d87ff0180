package org.khabar.gateway.supergraph.subgraph;

import static org.khabar.gateway.supergraph.CompositionCode.TYPE_WITH_ONLY_UNUSED_EXTERNAL;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.khabar.gateway.supergraph.CompositionLog;

/**
 * Turns a Federation 1 schema into the Federation 2 schema that means the same: every field may be resolved by others
 * too, keys on interfaces and marks that Federation 1 ignored have no effect, external fields that nothing uses go.
 */
final class Federation1 {
    private Federation1() {}

    static SubgraphSchema upgrade(SubgraphSchema schema, CompositionLog log) {
        if (schema.federation2()) {
            return schema;
        }
        SubgraphSchema plain = KeyExternals.resolve(schema);
        Set<FieldCoordinate> used = UsedExternals.of(plain);
        Map<String, TypeDecl> types = new LinkedHashMap<>(plain.types());
        for (FieldedDecl type : plain.fieldedTypes()) {
            FieldedDecl upgraded = type.isInterface() ? plainInterface(type) : object(type, used);
            if (upgraded.fields().isEmpty() && isReferenced(plain, type.name())) {
                reportEmpty(plain, type, log);
            } else if (upgraded.fields().isEmpty()) {
                types.remove(type.name());
            } else {
                types.put(type.name(), upgraded);
            }
        }
        return plain.withTypes(types);
    }

    private static boolean isReferenced(SubgraphSchema schema, String type) {
        return schema.types().values().stream().anyMatch(other -> switch (other) {
            case FieldedDecl fielded ->
                fielded.fields().values().stream()
                        .anyMatch(field -> field.type().name().equals(type));
            case UnionDecl union -> union.members().contains(type);
            case EnumDecl _, ScalarDecl _, InputObjectDecl _ -> false;
        });
    }

    private static void reportEmpty(SubgraphSchema schema, FieldedDecl type, CompositionLog log) {
        log.error(
                TYPE_WITH_ONLY_UNUSED_EXTERNAL,
                schema.name(),
                type.name(),
                "Type " + type.name() + " of \"" + schema.name()
                        + "\" has only @external fields, and no @key, @requires or @provides needs any of them.");
    }

    private static FieldedDecl plainInterface(FieldedDecl type) {
        Map<String, FieldDecl> fields = new LinkedHashMap<>(type.fields());
        fields.replaceAll((_, field) -> field.withExternal(false));
        return new FieldedDecl(type.name(), type.kind(), fields, type.interfaces(), List.of(), type.header());
    }

    private static FieldedDecl object(FieldedDecl type, Set<FieldCoordinate> used) {
        Map<String, FieldDecl> fields = new LinkedHashMap<>();
        type.fields().forEach((name, field) -> {
            if (!field.external() || used.contains(new FieldCoordinate(type.name(), name))) {
                fields.put(name, field.asShareable());
            }
        });
        return type.withFields(fields);
    }
}
