package org.khabar.gateway.supergraph.merge;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.FieldDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;
import org.khabar.gateway.supergraph.subgraph.KeyDecl;
import org.khabar.gateway.supergraph.subgraph.TypeDecl;

/** Merges objects and interfaces: all fields of all declarations. */
final class FieldedTypeMerger {
    private final MergeContext context;
    private final FieldMerger fields;
    private final MergedDirectives directives;
    private final InheritedAccess inherited;

    FieldedTypeMerger(MergeContext context, Overrides overrides) {
        this.context = context;
        this.fields = new FieldMerger(context, overrides);
        this.directives = new MergedDirectives(context.composed());
        this.inherited = new InheritedAccess(context);
    }

    Optional<TypeDefinition<?>> merge(FieldedSources type) {
        List<FieldDefinition> merged = type.fieldNames().stream()
                .flatMap(name -> fields.merge(type, name, type.field(name)).stream())
                .toList();
        if (merged.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(type.isInterface() ? iface(type, merged) : object(type, merged));
    }

    /** The types, each object with the fields that it has only because a subgraph knows its interface as an object. */
    List<TypeDefinition<?>> withInheritedFields(List<TypeDefinition<?>> types) {
        return new InheritedFields(context, types).add();
    }

    private ObjectTypeDefinition object(FieldedSources type, List<FieldDefinition> merged) {
        return ObjectTypeDefinition.newObjectTypeDefinition()
                .name(type.name())
                .description(Descriptions.first(headers(type).stream().map(TypeDecl.Header::description)))
                .implementz(interfaces(type))
                .directives(directives(type))
                .fieldDefinitions(merged)
                .build();
    }

    private InterfaceTypeDefinition iface(FieldedSources type, List<FieldDefinition> merged) {
        return InterfaceTypeDefinition.newInterfaceTypeDefinition()
                .name(type.name())
                .description(Descriptions.first(headers(type).stream().map(TypeDecl.Header::description)))
                .implementz(interfaces(type))
                .directives(directives(type))
                .definitions(merged)
                .build();
    }

    private static List<TypeDecl.Header> headers(FieldedSources type) {
        return type.bySubgraph().values().stream().map(FieldedDecl::header).toList();
    }

    private static List<Type> interfaces(FieldedSources type) {
        Set<String> names = new LinkedHashSet<>();
        type.bySubgraph().values().forEach(declared -> names.addAll(declared.interfaces()));
        return names.stream()
                .<Type>map(name -> TypeName.newTypeName(name).build())
                .toList();
    }

    private List<Directive> directives(FieldedSources type) {
        List<Directive> all = new ArrayList<>();
        type.bySubgraph()
                .forEach((subgraph, declared) -> declared.interfaces()
                        .forEach(iface -> all.add(Ast.directive(
                                "join__implements",
                                Ast.name("graph", context.graph(subgraph)),
                                Ast.string("interface", iface)))));
        type.bySubgraph().forEach((subgraph, declared) -> all.addAll(joinTypes(subgraph, declared)));
        all.addAll(directives.of(
                Stream.concat(headers(type).stream().map(TypeDecl.Header::annotations), inherited.ofType(type).stream())
                        .toList()));
        type.bySubgraph().forEach((subgraph, declared) -> all.addAll(Contexts.directives(subgraph, declared)));
        return all;
    }

    private List<Directive> joinTypes(String subgraph, FieldedDecl declared) {
        if (declared.keys().isEmpty()) {
            return List.of(joinType(subgraph, declared, List.of()));
        }
        return declared.keys().stream()
                .map(key -> joinType(subgraph, declared, arguments(key)))
                .toList();
    }

    private Directive joinType(String subgraph, FieldedDecl declared, List<Argument> keyArguments) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(Ast.name("graph", context.graph(subgraph)));
        arguments.addAll(keyArguments);
        if (declared.isInterfaceObject()) {
            arguments.add(Ast.bool("isInterfaceObject", true));
        }
        return Ast.directive("join__type", arguments);
    }

    private static List<Argument> arguments(KeyDecl key) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(Ast.string("key", JoinFields.normal(key.fields())));
        if (key.extension()) {
            arguments.add(Ast.bool("extension", true));
        }
        if (!key.resolvable()) {
            arguments.add(Ast.bool("resolvable", false));
        }
        return arguments;
    }
}
