package org.khabar.gateway.supergraph.join;

import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.SDLDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.TypeDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.InvalidSupergraphException;
import org.khabar.gateway.supergraph.Subgraph;
import org.khabar.gateway.supergraph.link.Arguments;
import org.khabar.gateway.supergraph.link.KnownFeatures;
import org.khabar.gateway.supergraph.link.Link;
import org.khabar.gateway.supergraph.link.Links;

/**
 * A parsed supergraph document and the names it uses.
 *
 * @param document the document
 * @param links the specifications it uses
 * @param join the link to the {@code join} specification
 * @param graphs the subgraphs by their value in {@code join__Graph}
 */
record JoinDocument(Document document, Links links, Link join, Map<String, Subgraph> graphs) {

    static JoinDocument of(Document document) {
        Links links = Links.read(document);
        Link join = links.find("join")
                .orElseThrow(() -> new InvalidSupergraphException(
                        "Not a supergraph: its schema has no @link (or @core) to https://specs.apollo.dev/join"));
        links.all().stream()
                .filter(link -> !KnownFeatures.isTolerable(link))
                .findFirst()
                .ifPresent(link -> {
                    throw new InvalidSupergraphException(
                            "The supergraph needs " + link.url() + " for " + link.purpose() + ", which is not known");
                });
        return new JoinDocument(document, links, join, graphs(document, join));
    }

    private static Map<String, Subgraph> graphs(Document document, Link join) {
        String enumName = join.namespace() + "__Graph";
        EnumTypeDefinition graphs = document.getDefinitionsOfType(EnumTypeDefinition.class).stream()
                .filter(type -> type.getName().equals(enumName))
                .findFirst()
                .orElseThrow(() -> new InvalidSupergraphException("The supergraph has no enum " + enumName));
        Map<String, Subgraph> subgraphs = new LinkedHashMap<>();
        for (EnumValueDefinition value : graphs.getEnumValueDefinitions()) {
            subgraphs.put(value.getName(), subgraph(value, join.localDirective("graph")));
        }
        return subgraphs;
    }

    private static Subgraph subgraph(EnumValueDefinition value, String directive) {
        return value.getDirectives(directive).stream()
                .findFirst()
                .map(graph -> new Subgraph(
                        Arguments.findString(graph, "name").orElse(value.getName()),
                        Arguments.findString(graph, "url")
                                .filter(url -> !url.isBlank())
                                .orElse(null)))
                .orElseThrow(() -> new InvalidSupergraphException(
                        "Value " + value.getName() + " of the subgraphs' enum has no @" + directive));
    }

    /** The subgraph's name that a {@code graph:} argument means; null when none is given. */
    @Nullable
    String subgraphName(@Nullable String graph, String coordinate) {
        if (graph == null) {
            return null;
        }
        Subgraph subgraph = graphs.get(graph);
        if (subgraph == null) {
            throw new InvalidSupergraphException(coordinate + " names the subgraph " + graph + ", which is not listed");
        }
        return subgraph.name();
    }

    /** The local name of a directive of the {@code join} specification, without {@code @}. */
    String directive(String specName) {
        return join.localDirective(specName);
    }

    /** Whether this is the format of Federation 1. */
    boolean isV01() {
        return join.parsedVersion().compareTo(new Link.Version(0, 1)) <= 0;
    }

    /** The document's own types, without those of the specifications it uses. */
    List<TypeDefinition<?>> types() {
        return document.getDefinitions().stream()
                .filter(TypeDefinition.class::isInstance)
                .filter(SDLDefinition.class::isInstance)
                .<TypeDefinition<?>>map(type -> (TypeDefinition<?>) type)
                .filter(type -> !links.defineType(type.getName()))
                .filter(type -> !isBuiltInScalar(type))
                .toList();
    }

    private static boolean isBuiltInScalar(TypeDefinition<?> type) {
        return type instanceof ScalarTypeDefinition
                && List.of("Int", "Float", "String", "Boolean", "ID").contains(type.getName());
    }
}
