package org.khabar.gateway.cases;

import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.InterfaceTypeExtensionDefinition;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.SDLDefinition;
import graphql.language.SchemaExtensionDefinition;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.language.UnionTypeExtensionDefinition;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns a subgraph's SDL into what a plain GraphQL server can load: no federation directives, but {@code _entities}. */
final class PlainSdl {
    private static final Set<String> OF_OPERATIONS = Set.of("QUERY", "MUTATION", "FIELD");

    private final Document document;
    private final Set<String> entities = new LinkedHashSet<>();

    private PlainSdl(Document document) {
        this.document = document;
    }

    static String of(String sdl) {
        return new PlainSdl(Parser.parse(sdl)).convert();
    }

    private String convert() {
        List<Definition> kept = new ArrayList<>();
        for (Definition<?> definition : document.getDefinitions()) {
            if (!(definition instanceof SchemaExtensionDefinition) && !isForSchemas(definition)) {
                kept.add(base(definition));
            }
        }
        findEntities(kept);
        Document changed = document.transform(builder -> builder.definitions(kept));
        String plain = AstPrinter.printAst(new AstTransformer().transform(changed, new DirectiveRemover()));
        String query = hasQuery(kept) ? "extend type Query" : "type Query";
        String entityField = entities.isEmpty() ? "_none: Boolean" : "_entities(representations: [_Any!]!): [_Entity]!";
        String union = entities.isEmpty() ? "" : "\nunion _Entity = " + String.join(" | ", entities);
        return plain + "\nscalar _Any" + union + "\n" + query + " { " + entityField + " }\n";
    }

    private static boolean isForSchemas(Definition<?> definition) {
        return definition instanceof DirectiveDefinition directive
                && directive.getDirectiveLocations().stream()
                        .noneMatch(location -> OF_OPERATIONS.contains(location.getName()));
    }

    private static boolean hasQuery(List<Definition> definitions) {
        return definitions.stream()
                .anyMatch(definition -> definition instanceof ObjectTypeDefinition type
                        && type.getName().equals("Query"));
    }

    private Definition<?> base(Definition<?> definition) {
        return switch (definition) {
            case ObjectTypeExtensionDefinition extension
            when isAlone(extension.getName()) ->
                ObjectTypeDefinition.newObjectTypeDefinition()
                        .name(extension.getName())
                        .implementz(extension.getImplements())
                        .directives(extension.getDirectives())
                        .fieldDefinitions(extension.getFieldDefinitions())
                        .build();
            case InterfaceTypeExtensionDefinition extension
            when isAlone(extension.getName()) ->
                InterfaceTypeDefinition.newInterfaceTypeDefinition()
                        .name(extension.getName())
                        .directives(extension.getDirectives())
                        .definitions(extension.getFieldDefinitions())
                        .build();
            case UnionTypeExtensionDefinition extension
            when isAlone(extension.getName()) ->
                UnionTypeDefinition.newUnionTypeDefinition()
                        .name(extension.getName())
                        .memberTypes(extension.getMemberTypes())
                        .build();
            default -> definition;
        };
    }

    private boolean isAlone(String type) {
        return document.getDefinitionsOfType(SDLDefinition.class).stream()
                .noneMatch(definition -> definition instanceof TypeDefinition<?> other
                        && !definition.getClass().getSimpleName().contains("Extension")
                        && other.getName().equals(type));
    }

    private void findEntities(List<Definition> definitions) {
        for (Definition<?> definition : definitions) {
            if (definition instanceof ObjectTypeDefinition type && hasKey(type)) {
                entities.add(type.getName());
            }
        }
    }

    /** Under whatever name it was linked. */
    private static boolean hasKey(ObjectTypeDefinition type) {
        return type.getDirectives().stream()
                .anyMatch(directive ->
                        directive.getName().toLowerCase(Locale.ROOT).endsWith("key"));
    }

    private static final class DirectiveRemover extends NodeVisitorStub {
        @Override
        public TraversalControl visitDirective(Directive node, TraverserContext<Node> context) {
            return TreeTransformerUtil.deleteNode(context);
        }
    }
}
