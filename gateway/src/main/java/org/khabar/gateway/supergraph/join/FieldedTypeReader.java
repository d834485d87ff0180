package org.khabar.gateway.supergraph.join;

import graphql.language.Directive;
import graphql.language.Field;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.khabar.gateway.supergraph.EntityKey;
import org.khabar.gateway.supergraph.FieldSet;
import org.khabar.gateway.supergraph.InterfaceType;
import org.khabar.gateway.supergraph.InvalidSupergraphException;
import org.khabar.gateway.supergraph.ObjectType;
import org.khabar.gateway.supergraph.SupergraphField;
import org.khabar.gateway.supergraph.Traits;
import org.khabar.gateway.supergraph.TypeSource;
import org.khabar.gateway.supergraph.link.Annotations;
import org.khabar.gateway.supergraph.link.Arguments;
import org.khabar.gateway.supergraph.link.FederationDirective;
import org.khabar.gateway.supergraph.link.TraitsReader;

/** Reads objects and interfaces. */
final class FieldedTypeReader {
    private final JoinDocument join;
    private final JoinFieldReader fieldReader;

    FieldedTypeReader(JoinDocument join) {
        this.join = join;
        this.fieldReader = new JoinFieldReader(join);
    }

    ObjectType read(ObjectTypeDefinition type) {
        Map<String, TypeSource> sources = sources(type);
        return new ObjectType(type.getName(), fields(type, sources), sources, traits(type));
    }

    InterfaceType read(InterfaceTypeDefinition type) {
        Map<String, TypeSource> sources = sources(type);
        return new InterfaceType(
                type.getName(), fields(type, sources), sources, implementations(type, sources.keySet()), traits(type));
    }

    private Traits traits(ImplementingTypeDefinition<?> type) {
        return TraitsReader.read(Annotations.of(directives(type), join.links()));
    }

    private Map<String, Set<String>> implementations(InterfaceTypeDefinition type, Set<String> subgraphs) {
        Map<String, Set<String>> implementations = new LinkedHashMap<>();
        subgraphs.forEach(subgraph -> implementations.put(subgraph, new LinkedHashSet<>()));
        for (ObjectTypeDefinition object : join.document().getDefinitionsOfType(ObjectTypeDefinition.class)) {
            interfaces(object).forEach((subgraph, interfaces) -> {
                if (interfaces.contains(type.getName())) {
                    implementations
                            .computeIfAbsent(subgraph, _ -> new LinkedHashSet<>())
                            .add(object.getName());
                }
            });
        }
        return implementations;
    }

    private Map<String, TypeSource> sources(ImplementingTypeDefinition<?> type) {
        Map<String, List<EntityKey>> keys = new LinkedHashMap<>();
        Set<String> interfaceObjects = new LinkedHashSet<>();
        for (Directive joinType : type.getDirectives(join.directive("type"))) {
            String subgraph = subgraph(joinType, type.getName());
            List<EntityKey> subgraphKeys = keys.computeIfAbsent(subgraph, _ -> new ArrayList<>());
            Arguments.findString(joinType, "key")
                    .ifPresent(key -> subgraphKeys.add(
                            new EntityKey(FieldSet.parse(key), Arguments.bool(joinType, "resolvable", true))));
            if (Arguments.bool(joinType, "isInterfaceObject", false)) {
                interfaceObjects.add(subgraph);
            }
        }
        Map<String, Set<String>> interfaces = interfaces(type);
        Map<String, Set<String>> contexts = contexts(type);
        Map<String, TypeSource> sources = new LinkedHashMap<>();
        keys.forEach((subgraph, subgraphKeys) -> sources.put(
                subgraph,
                new TypeSource(
                        subgraph,
                        subgraphKeys,
                        interfaceObjects.contains(subgraph),
                        interfaces.getOrDefault(subgraph, Set.of()),
                        contexts.getOrDefault(subgraph, Set.of()))));
        return sources;
    }

    private Map<String, Set<String>> interfaces(ImplementingTypeDefinition<?> type) {
        Map<String, Set<String>> interfaces = new LinkedHashMap<>();
        for (Directive implemented : type.getDirectives(join.directive("implements"))) {
            String name = Arguments.findString(implemented, "interface").orElse("");
            interfaces
                    .computeIfAbsent(subgraph(implemented, type.getName()), _ -> new LinkedHashSet<>())
                    .add(name);
        }
        return interfaces;
    }

    /** A context's name starts with the name of the subgraph that sets it: {@code articles__reader}. */
    private Map<String, Set<String>> contexts(ImplementingTypeDefinition<?> type) {
        Map<String, Set<String>> contexts = new LinkedHashMap<>();
        for (Directive context : Annotations.of(directives(type), join.links()).all(FederationDirective.CONTEXT)) {
            String name = Arguments.findString(context, "name").orElse("");
            String subgraph = name.substring(0, Math.max(0, name.lastIndexOf("__")));
            contexts.computeIfAbsent(subgraph, _ -> new LinkedHashSet<>()).add(name);
        }
        return contexts;
    }

    private Map<String, SupergraphField> fields(ImplementingTypeDefinition<?> type, Map<String, TypeSource> sources) {
        Set<KeyField> extensionKeyFields = extensionKeyFields(type);
        Map<String, SupergraphField> fields = new LinkedHashMap<>();
        for (FieldDefinition field : type.getFieldDefinitions()) {
            fields.put(field.getName(), fieldReader.read(type.getName(), field, sources.keySet(), extensionKeyFields));
        }
        return fields;
    }

    /**
     * Fields in the keys of a type extension are resolved by the extending subgraph even where they are marked external:
     * Federation 1 wanted the mark there.
     */
    private Set<KeyField> extensionKeyFields(ImplementingTypeDefinition<?> type) {
        Set<KeyField> fields = new LinkedHashSet<>();
        for (Directive joinType : type.getDirectives(join.directive("type"))) {
            if (Arguments.bool(joinType, "extension", false)) {
                String subgraph = subgraph(joinType, type.getName());
                Arguments.findString(joinType, "key").map(FieldSet::parse).stream()
                        .flatMap(key -> key.selections().getSelectionsOfType(Field.class).stream())
                        .forEach(field -> fields.add(new KeyField(subgraph, field.getName())));
            }
        }
        return fields;
    }

    private String subgraph(Directive directive, String coordinate) {
        String subgraph =
                join.subgraphName(Arguments.findString(directive, "graph").orElse(null), coordinate);
        if (subgraph == null) {
            throw new InvalidSupergraphException(
                    "@" + directive.getName() + " on " + coordinate + " names no subgraph");
        }
        return subgraph;
    }

    private static List<Directive> directives(ImplementingTypeDefinition<?> type) {
        return type.getDirectives();
    }

    /** A key field of a subgraph. */
    record KeyField(String subgraph, String name) {}
}
