package org.khabar.gateway.supergraph.rules;

import static org.khabar.gateway.supergraph.CompositionCode.INVALID_GRAPHQL;

import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import java.util.List;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.TypeRef;

/**
 * Merging can widen the type of a field beyond what an interface promises, in a subgraph that does not know the
 * interface (GraphQL spec, IsValidImplementationFieldType).
 */
final class InterfaceTypeRules implements SupergraphRule {

    @Override
    public void check(MergedSchema merged, CompositionLog log) {
        for (ImplementingTypeDefinition<?> type : merged.fieldedTypes()) {
            for (String iface : MergedSchema.interfaces(type)) {
                if (merged.types().get(iface) instanceof InterfaceTypeDefinition declared) {
                    declared.getFieldDefinitions().forEach(field -> check(merged, type.getName(), iface, field, log));
                }
            }
        }
    }

    private static void check(
            MergedSchema merged, String type, String iface, FieldDefinition promised, CompositionLog log) {
        merged.findField(type, promised.getName())
                .filter(field -> !keeps(merged, TypeRef.of(field.getType()), TypeRef.of(promised.getType())))
                .ifPresent(field -> report(merged, type, iface, field, promised, log));
    }

    private static boolean keeps(MergedSchema merged, TypeRef type, TypeRef promised) {
        if (type instanceof TypeRef.NonNull(TypeRef inner)) {
            return keeps(merged, inner, promised.unwrapNonNull());
        }
        if (type instanceof TypeRef.ListOf(TypeRef item) && promised instanceof TypeRef.ListOf(TypeRef promisedItem)) {
            return keeps(merged, item, promisedItem);
        }
        return type.equals(promised)
                || type instanceof TypeRef.Named(String name)
                        && promised instanceof TypeRef.Named(String abstraction)
                        && isKindOf(merged, name, abstraction);
    }

    private static boolean isKindOf(MergedSchema merged, String name, String abstraction) {
        boolean implementing = merged.types().get(name) instanceof ImplementingTypeDefinition<?> type
                && MergedSchema.interfaces(type).contains(abstraction);
        return implementing
                || merged.types().get(abstraction) instanceof UnionTypeDefinition union
                        && union.getMemberTypes().stream()
                                .anyMatch(
                                        member -> ((TypeName) member).getName().equals(name));
    }

    private static void report(
            MergedSchema merged,
            String type,
            String iface,
            FieldDefinition field,
            FieldDefinition promised,
            CompositionLog log) {
        List<String> subgraphs = merged.subgraphsWith(
                subgraph -> subgraph.findField(type, field.getName()).isPresent());
        log.error(
                INVALID_GRAPHQL,
                subgraphs,
                type + "." + field.getName(),
                "Field " + type + "." + field.getName() + " is " + TypeRef.of(field.getType()) + " over \""
                        + String.join("\", \"", subgraphs) + "\" together, but the interface " + iface + " promises "
                        + TypeRef.of(promised.getType()) + ".");
    }
}
