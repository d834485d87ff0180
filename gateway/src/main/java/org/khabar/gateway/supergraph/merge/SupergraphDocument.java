package org.khabar.gateway.supergraph.merge;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.join.Sdl;
import org.khabar.gateway.supergraph.link.Link;
import org.khabar.gateway.supergraph.subgraph.Roots;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/** Puts the header of a supergraph document before its types. */
final class SupergraphDocument {
    private SupergraphDocument() {}

    static Document of(MergeContext context, List<TypeDefinition<?>> types) {
        List<Feature> features = Feature.usedIn(types);
        List<Definition> definitions = new ArrayList<>();
        definitions.add(schema(context, features, Merger.rootsIn(types)));
        definitions.addAll(Sdl.parse(Feature.JOIN_AND_LINK_DEFINITIONS).getDefinitions());
        features.forEach(
                feature -> definitions.addAll(Sdl.parse(feature.definitions()).getDefinitions()));
        definitions.addAll(context.composed().definitions().values());
        definitions.addAll(ExecutableDirectives.common(context));
        definitions.add(graphs(context));
        types.forEach(type -> definitions.add((Definition<?>) type));
        return Document.newDocument().definitions(definitions).build();
    }

    private static SchemaDefinition schema(MergeContext context, List<Feature> features, Set<String> roots) {
        List<Directive> links = new ArrayList<>();
        links.add(link("https://specs.apollo.dev/link/v1.0", null));
        links.add(link("https://specs.apollo.dev/join/v0.5", "EXECUTION"));
        features.forEach(feature -> links.add(link(feature.url(), feature.purpose())));
        context.composed().links().forEach(link -> links.add(link(link)));
        SchemaDefinition.Builder schema = SchemaDefinition.newSchemaDefinition().directives(links);
        Roots.NAMES.stream()
                .filter(roots::contains)
                .forEach(root -> schema.operationTypeDefinition(OperationTypeDefinition.newOperationTypeDefinition()
                        .name(root.toLowerCase(Locale.ROOT))
                        .typeName(TypeName.newTypeName(root).build())
                        .build()));
        return schema.build();
    }

    private static Directive link(String url, @Nullable String purpose) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(Ast.string("url", url));
        if (purpose != null) {
            arguments.add(Ast.name("for", purpose));
        }
        return Ast.directive("link", arguments);
    }

    private static Directive link(Link link) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(Ast.string("url", link.url()));
        if (!link.namespace().equals(link.feature())) {
            arguments.add(Ast.string("as", link.namespace()));
        }
        if (!link.imports().isEmpty()) {
            arguments.add(Ast.argument("import", imports(link)));
        }
        return Ast.directive("link", arguments);
    }

    private static ArrayValue imports(Link link) {
        ArrayValue.Builder values = ArrayValue.newArrayValue();
        link.imports().forEach((name, alias) -> values.value(Ast.imported(name, alias)));
        return values.build();
    }

    private static EnumTypeDefinition graphs(MergeContext context) {
        EnumTypeDefinition.Builder graphs =
                EnumTypeDefinition.newEnumTypeDefinition().name("join__Graph");
        for (SubgraphSchema subgraph : context.subgraphs()) {
            String url = subgraph.url();
            graphs.enumValueDefinition(EnumValueDefinition.newEnumValueDefinition()
                    .name(context.graph(subgraph.name()))
                    .directive(Ast.directive(
                            "join__graph",
                            Ast.string("name", subgraph.name()),
                            Ast.string("url", url == null ? "" : url)))
                    .build());
        }
        return graphs.build();
    }
}
