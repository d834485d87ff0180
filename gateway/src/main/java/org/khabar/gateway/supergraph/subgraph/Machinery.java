package org.khabar.gateway.supergraph.subgraph;

import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.khabar.gateway.supergraph.TypeRef;
import org.khabar.gateway.supergraph.link.FederationDirective;
import org.khabar.gateway.supergraph.link.Links;
import org.khabar.gateway.supergraph.link.UsedDirectives;

/**
 * Tells a subgraph's own schema from what federation adds to it, for many servers print both: the entry points
 * {@code _entities} and {@code _service} and their types, the definitions of federation's directives, and the scalars
 * that only those use, whatever they are called.
 */
final class Machinery {
    private static final Set<String> TYPES = Set.of("_Any", "_Entity", "_Service", "_FieldSet");
    private static final Set<String> FIELDS = Set.of("_entities", "_service");
    static final Set<String> SCALARS = Set.of("Int", "Float", "String", "Boolean", "ID");
    private static final Set<String> DIRECTIVES =
            Set.of("link", "core", "skip", "include", "deprecated", "specifiedBy", "oneOf", "defer", "stream");

    private final Document document;
    private final Links links;
    private final Set<String> usedDirectives;
    private final List<DirectiveDefinition> machineDirectives;
    private final Set<String> machineTypes;

    Machinery(Document document, Links links) {
        this.document = document;
        this.links = links;
        this.usedDirectives = UsedDirectives.in(document.getDefinitions().stream()
                .filter(definition -> !(definition instanceof DirectiveDefinition))
                .toList());
        this.machineDirectives = document.getDefinitionsOfType(DirectiveDefinition.class).stream()
                .filter(directive -> isMachine(directive.getName()))
                .toList();
        this.machineTypes = machineTypes();
    }

    private boolean isMachine(String directive) {
        return DIRECTIVES.contains(directive)
                || links.directives().containsKey(directive)
                || links.find(Links.FEDERATION)
                        .filter(link -> link.definesDirective(directive))
                        .isPresent()
                || isUnusedNamesake(directive);
    }

    /** Servers print definitions of directives that the schema neither imports nor uses. */
    private boolean isUnusedNamesake(String directive) {
        boolean namesake = Stream.of(FederationDirective.values())
                .anyMatch(known ->
                        known.specName().equals(directive) || ("federation__" + known.specName()).equals(directive));
        return namesake && links.find(Links.FEDERATION).isPresent() && !usedDirectives.contains(directive);
    }

    private Set<String> machineTypes() {
        Set<String> usedByOwn = ownTypeReferences();
        Stream<String> argumentTypes = machineDirectives.stream()
                .flatMap(directive -> directive.getInputValueDefinitions().stream())
                .map(argument -> TypeRef.of(argument.getType()).name())
                .filter(type -> !usedByOwn.contains(type) && !SCALARS.contains(type));
        return Stream.concat(TYPES.stream(), argumentTypes).collect(Collectors.toSet());
    }

    private Set<String> ownTypeReferences() {
        Stream<InputValueDefinition> ownDirectiveArguments =
                ownDirectives().stream().flatMap(directive -> directive.getInputValueDefinitions().stream());
        return Stream.concat(
                        ownDirectiveArguments.map(
                                argument -> TypeRef.of(argument.getType()).name()),
                        document.getDefinitions().stream().flatMap(Machinery::references))
                .collect(Collectors.toSet());
    }

    private static Stream<String> references(Object definition) {
        return switch (definition) {
            case ImplementingTypeDefinition<?> type ->
                type.getFieldDefinitions().stream().flatMap(Machinery::references);
            case InputObjectTypeDefinition type ->
                type.getInputValueDefinitions().stream().map(Machinery::reference);
            case UnionTypeDefinition type ->
                type.getMemberTypes().stream().map(member -> TypeRef.of(member).name());
            default -> Stream.empty();
        };
    }

    private static Stream<String> references(FieldDefinition field) {
        return Stream.concat(
                Stream.of(TypeRef.of(field.getType()).name()),
                field.getInputValueDefinitions().stream().map(Machinery::reference));
    }

    private static String reference(InputValueDefinition value) {
        return TypeRef.of(value.getType()).name();
    }

    /** The subgraph's own type definitions and extensions. */
    List<TypeDefinition<?>> ownDefinitions() {
        return document.getDefinitions().stream()
                .filter(TypeDefinition.class::isInstance)
                .<TypeDefinition<?>>map(type -> (TypeDefinition<?>) type)
                .filter(type -> !machineTypes.contains(type.getName()))
                .filter(type -> !isSpecType(type.getName()))
                .filter(type -> !SCALARS.contains(type.getName()))
                .toList();
    }

    /** Types of federation's specifications; those of others come along with their directives. */
    private boolean isSpecType(String type) {
        return type.startsWith("link__")
                || links.all().stream()
                        .filter(link -> link.identity().startsWith("https://specs.apollo.dev/"))
                        .anyMatch(link -> link.definesType(type));
    }

    /** The subgraph's own directive definitions. */
    List<DirectiveDefinition> ownDirectives() {
        return document.getDefinitionsOfType(DirectiveDefinition.class).stream()
                .filter(directive -> !machineDirectives.contains(directive))
                .toList();
    }

    /** The types without federation's entry points, and without a query type that had nothing else. */
    Map<String, TypeDecl> withoutEntryPoints(Map<String, TypeDecl> types) {
        if (!(types.get("Query") instanceof FieldedDecl query)) {
            return types;
        }
        Map<String, FieldDecl> fields = new LinkedHashMap<>(query.fields());
        fields.keySet().removeAll(FIELDS);
        Map<String, TypeDecl> own = new LinkedHashMap<>(types);
        if (fields.isEmpty()) {
            own.remove("Query");
        } else {
            own.put("Query", query.withFields(fields));
        }
        return own;
    }
}
