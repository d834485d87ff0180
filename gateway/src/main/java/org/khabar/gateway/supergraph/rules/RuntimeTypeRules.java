package org.khabar.gateway.supergraph.rules;

import static org.khabar.gateway.supergraph.CompositionCode.SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES;

import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.subgraph.FieldDecl;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/** Subgraphs that share a field of interface or union type agree on at least one type that it can have. */
final class RuntimeTypeRules implements SupergraphRule {

    @Override
    public void check(MergedSchema merged, CompositionLog log) {
        for (ImplementingTypeDefinition<?> type : merged.fieldedTypes()) {
            if (type instanceof ObjectTypeDefinition) {
                MergedSchema.fields(type).forEach(field -> check(merged, type.getName(), field, log));
            }
        }
    }

    private static void check(MergedSchema merged, String type, FieldDefinition field, CompositionLog log) {
        Map<String, Set<String>> runtimeTypes = new LinkedHashMap<>();
        for (SubgraphSchema subgraph : merged.subgraphs()) {
            subgraph.findField(type, field.getName())
                    .filter(declared -> !declared.external() && !movedAway(merged, type, field, subgraph))
                    .map(FieldDecl::type)
                    .filter(subgraph::isComposite)
                    .ifPresent(declared ->
                            runtimeTypes.put(subgraph.name(), possibleTypes(merged, subgraph, declared.name())));
        }
        if (runtimeTypes.size() > 1 && isDisjoint(runtimeTypes)) {
            log.error(
                    SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES,
                    List.copyOf(runtimeTypes.keySet()),
                    type + "." + field.getName(),
                    "Shared field " + type + "." + field.getName() + " can have no type that all subgraphs agree on: "
                            + describe(runtimeTypes) + ".");
        }
    }

    private static boolean movedAway(MergedSchema merged, String type, FieldDefinition field, SubgraphSchema subgraph) {
        return merged.subgraphs().stream()
                .flatMap(other -> other.findField(type, field.getName()).stream())
                .flatMap(declared -> declared.override().stream())
                .anyMatch(override -> override.from().equals(subgraph.name()));
    }

    private static Set<String> possibleTypes(MergedSchema merged, SubgraphSchema subgraph, String type) {
        return subgraph.findFielded(type).filter(FieldedDecl::isInterfaceObject).isPresent()
                ? merged.implementers(type)
                : subgraph.possibleTypes(type);
    }

    private static boolean isDisjoint(Map<String, Set<String>> runtimeTypes) {
        Set<String> common = new HashSet<>(runtimeTypes.values().iterator().next());
        runtimeTypes.values().forEach(common::retainAll);
        return common.isEmpty();
    }

    private static String describe(Map<String, Set<String>> runtimeTypes) {
        List<String> parts = new ArrayList<>();
        runtimeTypes.forEach((subgraph, types) ->
                parts.add(String.join(" or ", types.stream().sorted().toList()) + " in \"" + subgraph + "\""));
        return String.join(", ", parts);
    }
}
