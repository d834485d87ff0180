package org.khabar.gateway.supergraph.subgraph;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.SDLDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import java.util.Collection;
import java.util.List;
import org.khabar.gateway.supergraph.TypeRef;

/** Turns declarations back into plain GraphQL definitions. */
final class DeclPrinter {

    SDLDefinition<?> print(TypeDecl type) {
        return switch (type) {
            case FieldedDecl fielded -> fielded.isInterface() ? iface(fielded) : object(fielded);
            case UnionDecl union ->
                UnionTypeDefinition.newUnionTypeDefinition()
                        .name(union.name())
                        .memberTypes(names(union.members()))
                        .build();
            case EnumDecl values ->
                EnumTypeDefinition.newEnumTypeDefinition()
                        .name(values.name())
                        .enumValueDefinitions(values.values().keySet().stream()
                                .map(value -> EnumValueDefinition.newEnumValueDefinition()
                                        .name(value)
                                        .build())
                                .toList())
                        .build();
            case ScalarDecl scalar ->
                ScalarTypeDefinition.newScalarTypeDefinition()
                        .name(scalar.name())
                        .build();
            case InputObjectDecl input ->
                InputObjectTypeDefinition.newInputObjectDefinition()
                        .name(input.name())
                        .inputValueDefinitions(values(input.fields().values()))
                        .build();
        };
    }

    /** A query type for subgraphs that have no query of their own. */
    static ObjectTypeDefinition emptyQuery() {
        return ObjectTypeDefinition.newObjectTypeDefinition()
                .name("Query")
                .fieldDefinition(FieldDefinition.newFieldDefinition()
                        .name("_service")
                        .type(TypeName.newTypeName("String").build())
                        .build())
                .build();
    }

    private ObjectTypeDefinition object(FieldedDecl type) {
        return ObjectTypeDefinition.newObjectTypeDefinition()
                .name(type.name())
                .implementz(names(type.interfaces()))
                .fieldDefinitions(fields(type))
                .build();
    }

    private InterfaceTypeDefinition iface(FieldedDecl type) {
        return InterfaceTypeDefinition.newInterfaceTypeDefinition()
                .name(type.name())
                .implementz(names(type.interfaces()))
                .definitions(fields(type))
                .build();
    }

    private List<FieldDefinition> fields(FieldedDecl type) {
        return type.fields().values().stream()
                .map(field -> FieldDefinition.newFieldDefinition()
                        .name(field.name())
                        .type(type(field.type()))
                        .inputValueDefinitions(values(field.arguments().values()))
                        .build())
                .toList();
    }

    private List<InputValueDefinition> values(Collection<InputValueDecl> values) {
        return values.stream()
                .map(value -> InputValueDefinition.newInputValueDefinition()
                        .name(value.name())
                        .type(type(value.type()))
                        .defaultValue(value.defaultValue())
                        .build())
                .toList();
    }

    @SuppressWarnings("rawtypes") // the parser's own lists are raw
    private static List<Type> names(Collection<String> names) {
        return names.stream()
                .<Type>map(name -> TypeName.newTypeName(name).build())
                .toList();
    }

    private static Type<?> type(TypeRef type) {
        return switch (type) {
            case TypeRef.Named(String name) -> TypeName.newTypeName(name).build();
            case TypeRef.ListOf(TypeRef item) ->
                ListType.newListType(type(item)).build();
            case TypeRef.NonNull(TypeRef nullable) ->
                NonNullType.newNonNullType(type(nullable)).build();
        };
    }
}
