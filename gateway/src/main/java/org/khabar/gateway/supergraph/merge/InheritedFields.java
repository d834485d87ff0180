package org.khabar.gateway.supergraph.merge;

import graphql.language.Directive;
import graphql.language.FieldDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;

/**
 * Gives objects the fields that a subgraph adds to all implementations of an interface at once, by an
 * {@code @interfaceObject}. No subgraph has them on the object itself; an empty {@code @join__field} says so.
 */
final class InheritedFields {
    private final MergeContext context;
    private final List<TypeDefinition<?>> types;
    private final Map<String, InterfaceTypeDefinition> interfaces;

    InheritedFields(MergeContext context, List<TypeDefinition<?>> types) {
        this.context = context;
        this.types = types;
        this.interfaces = types.stream()
                .filter(InterfaceTypeDefinition.class::isInstance)
                .map(InterfaceTypeDefinition.class::cast)
                .collect(Collectors.toMap(InterfaceTypeDefinition::getName, type -> type));
    }

    List<TypeDefinition<?>> add() {
        return types.stream()
                .<TypeDefinition<?>>map(
                        type -> type instanceof ObjectTypeDefinition object ? withInherited(object) : type)
                .toList();
    }

    private ObjectTypeDefinition withInherited(ObjectTypeDefinition object) {
        Map<String, FieldDefinition> fields = new LinkedHashMap<>();
        object.getFieldDefinitions().forEach(field -> fields.put(field.getName(), field));
        object.getImplements().stream()
                .map(type -> interfaces.get(((TypeName) type).getName()))
                .filter(Objects::nonNull)
                .flatMap(this::inheritable)
                .forEach(field -> fields.putIfAbsent(field.getName(), inherited(field)));
        return fields.size() == object.getFieldDefinitions().size()
                ? object
                : object.transform(copy -> copy.fieldDefinitions(new ArrayList<>(fields.values())));
    }

    private Stream<FieldDefinition> inheritable(InterfaceTypeDefinition iface) {
        return iface.getFieldDefinitions().stream()
                .filter(field -> context.subgraphs().stream()
                        .flatMap(subgraph -> subgraph.findFielded(iface.getName()).stream())
                        .filter(FieldedDecl::isInterfaceObject)
                        .flatMap(object -> Stream.ofNullable(object.fields().get(field.getName())))
                        .anyMatch(declared -> !declared.external()));
    }

    private static FieldDefinition inherited(FieldDefinition field) {
        List<Directive> directives = new ArrayList<>();
        directives.add(Ast.directive("join__field"));
        field.getDirectives().stream()
                .filter(directive -> !directive.getName().equals("join__field"))
                .forEach(directives::add);
        return field.transform(copy -> copy.directives(directives));
    }
}
