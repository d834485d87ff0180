package org.khabar.gateway.differential;

import graphql.language.Definition;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.SchemaExtensionDefinition;
import graphql.parser.Parser;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A subgraph of a split.
 *
 * @param name its name
 * @param sdl its schema, with federation directives
 * @param document the same, parsed
 * @param directives the directives in it
 */
record SubgraphModel(String name, String sdl, Document document, SubgraphDirectives directives) {
    private static final String DIRECTIVES = """
            directive @key(fields: String!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
            directive @requires(fields: String!) on FIELD_DEFINITION
            directive @provides(fields: String!) on FIELD_DEFINITION
            directive @external on OBJECT | FIELD_DEFINITION
            directive @shareable repeatable on OBJECT | FIELD_DEFINITION
            directive @override(from: String!) on FIELD_DEFINITION
            directive @interfaceObject on OBJECT
            directive @extends on OBJECT | INTERFACE
            scalar _Any
            """;

    static SubgraphModel of(String name, String sdl) {
        Document document = Parser.parse(sdl);
        return new SubgraphModel(name, sdl, document, new SubgraphDirectives(document));
    }

    /** What a subgraph server has: the definitions, and the machinery of federation. */
    TypeDefinitionRegistry executable() {
        List<Definition> definitions = document.getDefinitions().stream()
                .filter(definition -> !(definition instanceof SchemaExtensionDefinition))
                .filter(definition -> !(definition instanceof DirectiveDefinition))
                .map(SubgraphModel::whole)
                .collect(Collectors.toList());
        TypeDefinitionRegistry registry =
                new SchemaParser().buildRegistry(document.transform(builder -> builder.definitions(definitions)));
        return registry.merge(new SchemaParser().parse(DIRECTIVES + entityField()));
    }

    /** A Federation 1 subgraph extends types that it does not have. */
    private static Definition<?> whole(Definition<?> definition) {
        if (!(definition instanceof ObjectTypeExtensionDefinition extension)) {
            return definition;
        }
        return ObjectTypeDefinition.newObjectTypeDefinition()
                .name(extension.getName())
                .implementz(extension.getImplements())
                .directives(extension.getDirectives())
                .fieldDefinitions(extension.getFieldDefinitions())
                .build();
    }

    private String entityField() {
        String entities = document.getDefinitionsOfType(ObjectTypeDefinition.class).stream()
                .filter(type -> type.hasDirective("key"))
                .map(ImplementingTypeDefinition::getName)
                .collect(Collectors.joining(" | "));
        boolean hasQuery = document.getDefinitionsOfType(ObjectTypeDefinition.class).stream()
                .anyMatch(type -> type.getName().equals("Query"));
        return "union _Entity = " + entities + "\n" + (hasQuery ? "extend type Query" : "type Query")
                + " { _entities(representations: [_Any!]!): [_Entity]! }";
    }
}
