package org.khabar.gateway.supergraph.subgraph;

import static org.khabar.gateway.supergraph.CompositionCode.INVALID_GRAPHQL;
import static org.khabar.gateway.supergraph.link.FederationDirective.EXTERNAL;
import static org.khabar.gateway.supergraph.link.FederationDirective.SHAREABLE;

import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.TypeDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.TypeRef;
import org.khabar.gateway.supergraph.link.Annotations;
import org.khabar.gateway.supergraph.link.Links;

/** Reads the fields and values of types. */
final class MemberReader {
    private final String subgraph;
    private final Links links;
    private final CompositionLog log;

    MemberReader(String subgraph, Links links, CompositionLog log) {
        this.subgraph = subgraph;
        this.links = links;
        this.log = log;
    }

    Map<String, FieldDecl> fields(String type, List<TypeDefinition<?>> parts, RootNames roots) {
        Map<String, FieldDecl> fields = new LinkedHashMap<>();
        for (TypeDefinition<?> part : parts) {
            // @external and @shareable on a type are meant for the fields of that definition or extension only
            Annotations onType = annotations((DirectivesContainer<?>) part);
            for (FieldDefinition field : ((ImplementingTypeDefinition<?>) part).getFieldDefinitions()) {
                put(type, fields, field.getName(), field(type, field, onType, roots));
            }
        }
        return fields;
    }

    private FieldDecl field(String type, FieldDefinition field, Annotations onType, RootNames roots) {
        Annotations annotations = annotations(field);
        String coordinate = type + "." + field.getName();
        return new FieldDecl(
                field.getName(),
                roots.rename(TypeRef.of(field.getType())),
                values(coordinate, field.getInputValueDefinitions(), roots),
                annotations.has(EXTERNAL) || onType.has(EXTERNAL),
                annotations.has(SHAREABLE) || onType.has(SHAREABLE),
                annotations,
                field.getDescription());
    }

    Map<String, InputValueDecl> inputFields(String type, List<TypeDefinition<?>> parts, RootNames roots) {
        Map<String, InputValueDecl> fields = new LinkedHashMap<>();
        for (TypeDefinition<?> part : parts) {
            values(type, ((InputObjectTypeDefinition) part).getInputValueDefinitions(), roots)
                    .forEach((name, field) -> put(type, fields, name, field));
        }
        return fields;
    }

    private Map<String, InputValueDecl> values(String owner, List<InputValueDefinition> definitions, RootNames roots) {
        Map<String, InputValueDecl> values = new LinkedHashMap<>();
        for (InputValueDefinition value : definitions) {
            put(
                    owner,
                    values,
                    value.getName(),
                    new InputValueDecl(
                            value.getName(),
                            roots.rename(TypeRef.of(value.getType())),
                            value.getDefaultValue(),
                            annotations(value),
                            value.getDescription()));
        }
        return values;
    }

    Map<String, EnumDecl.Value> values(String type, List<TypeDefinition<?>> parts) {
        Map<String, EnumDecl.Value> values = new LinkedHashMap<>();
        for (TypeDefinition<?> part : parts) {
            for (EnumValueDefinition value : ((EnumTypeDefinition) part).getEnumValueDefinitions()) {
                put(
                        type,
                        values,
                        value.getName(),
                        new EnumDecl.Value(value.getName(), annotations(value), value.getDescription()));
            }
        }
        return values;
    }

    private <T> void put(String owner, Map<String, T> members, String name, T member) {
        if (members.putIfAbsent(name, member) != null) {
            log.error(INVALID_GRAPHQL, subgraph, owner + "." + name, owner + " declares " + name + " twice.");
        }
    }

    private Annotations annotations(DirectivesContainer<?> element) {
        return Annotations.of(element.getDirectives(), links);
    }
}
