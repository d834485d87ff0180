package org.khabar.gateway.supergraph.subgraph;

import static org.khabar.gateway.supergraph.CompositionCode.INVALID_GRAPHQL;

import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.TypeDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.khabar.gateway.supergraph.CompositionLog;

/** Names that subgraphs cannot give: a supergraph's own machinery has them. */
final class ReservedNames {
    private static final List<String> PREFIXES = List.of("join__", "link__");

    /** What {@code @link}'s own definition needs; servers print it along. */
    private static final Set<String> OF_LINK = Set.of("link__Import", "link__Purpose");

    private ReservedNames() {}

    static void check(String subgraph, Document document, Machinery machinery, CompositionLog log) {
        Stream<String> own = machinery.ownDefinitions().stream().map(TypeDefinition::getName);
        // Types of @link are machinery whatever they are called, which is no leave to define more of them
        Stream<String> links = document.getDefinitions().stream()
                .filter(TypeDefinition.class::isInstance)
                .map(type -> ((TypeDefinition<?>) type).getName())
                .filter(type -> type.startsWith("link__") && !OF_LINK.contains(type));
        Stream<String> directives = machinery.ownDirectives().stream()
                .map(DirectiveDefinition::getName)
                .map(name -> "@" + name);
        Stream.of(own, links, directives)
                .flatMap(names -> names)
                .filter(ReservedNames::isReserved)
                .distinct()
                .forEach(name -> log.error(
                        INVALID_GRAPHQL,
                        subgraph,
                        name,
                        "The name " + name + " of \"" + subgraph + "\" is reserved for the supergraph itself."));
    }

    private static boolean isReserved(String name) {
        String plain = name.startsWith("@") ? name.substring(1) : name;
        return PREFIXES.stream().anyMatch(plain::startsWith);
    }
}
