package org.khabar.gateway.supergraph.rules;

import graphql.language.Document;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/** The subgraphs and what became of them. */
final class MergedSchema {
    private final List<SubgraphSchema> subgraphs;
    private final Map<String, TypeDefinition<?>> types = new LinkedHashMap<>();

    MergedSchema(List<SubgraphSchema> subgraphs, Document document) {
        this.subgraphs = List.copyOf(subgraphs);
        document.getDefinitions().stream()
                .filter(TypeDefinition.class::isInstance)
                .map(type -> (TypeDefinition<?>) type)
                .filter(type -> !type.getName().contains("__"))
                .forEach(type -> types.put(type.getName(), type));
    }

    List<SubgraphSchema> subgraphs() {
        return subgraphs;
    }

    /** Names of the subgraphs for which something holds. */
    List<String> subgraphsWith(Predicate<SubgraphSchema> condition) {
        return subgraphs.stream().filter(condition).map(SubgraphSchema::name).toList();
    }

    Map<String, TypeDefinition<?>> types() {
        return types;
    }

    /** The objects and interfaces. */
    List<ImplementingTypeDefinition<?>> fieldedTypes() {
        return types.values().stream()
                .filter(ImplementingTypeDefinition.class::isInstance)
                .<ImplementingTypeDefinition<?>>map(type -> (ImplementingTypeDefinition<?>) type)
                .toList();
    }

    Optional<FieldDefinition> findField(String type, String field) {
        return types.get(type) instanceof ImplementingTypeDefinition<?> fielded
                ? fields(fielded).stream()
                        .filter(candidate -> candidate.getName().equals(field))
                        .findFirst()
                : Optional.empty();
    }

    static List<FieldDefinition> fields(ImplementingTypeDefinition<?> type) {
        return type.getFieldDefinitions();
    }

    static Set<String> interfaces(ImplementingTypeDefinition<?> type) {
        return type.getImplements().stream()
                .map(name -> ((TypeName) name).getName())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The object types that implement an interface in the supergraph. */
    Set<String> implementers(String iface) {
        return types.values().stream()
                .filter(ObjectTypeDefinition.class::isInstance)
                .map(ObjectTypeDefinition.class::cast)
                .filter(object -> interfaces(object).contains(iface))
                .map(ObjectTypeDefinition::getName)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
