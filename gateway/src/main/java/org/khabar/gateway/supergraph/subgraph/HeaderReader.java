package org.khabar.gateway.supergraph.subgraph;

import graphql.language.DescribedNode;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.SDLExtensionDefinition;
import graphql.language.TypeDefinition;
import java.util.List;
import java.util.Objects;
import org.khabar.gateway.supergraph.link.Annotations;
import org.khabar.gateway.supergraph.link.Arguments;
import org.khabar.gateway.supergraph.link.FederationDirective;
import org.khabar.gateway.supergraph.link.Links;

/** Reads what stands on types themselves. */
final class HeaderReader {
    private final Links links;

    HeaderReader(Links links) {
        this.links = links;
    }

    static boolean isExtension(TypeDefinition<?> part) {
        return part instanceof SDLExtensionDefinition;
    }

    private boolean isMarkedExtension(TypeDefinition<?> part) {
        return isExtension(part) || annotations(part).has(FederationDirective.EXTENDS);
    }

    TypeDecl.Header read(List<TypeDefinition<?>> parts) {
        List<Directive> directives =
                parts.stream().flatMap(part -> directives(part).stream()).toList();
        return new TypeDecl.Header(
                Annotations.of(directives, links),
                parts.stream()
                        .map(part -> part instanceof DescribedNode<?> described ? described.getDescription() : null)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                parts.stream().allMatch(this::isMarkedExtension));
    }

    List<KeyDecl> keys(List<TypeDefinition<?>> parts) {
        return parts.stream()
                .flatMap(part -> annotations(part).all(FederationDirective.KEY).stream()
                        .map(key -> new KeyDecl(
                                Arguments.findString(key, "fields").orElse(""),
                                Arguments.bool(key, "resolvable", true),
                                isMarkedExtension(part))))
                .toList();
    }

    private Annotations annotations(TypeDefinition<?> part) {
        return Annotations.of(directives(part), links);
    }

    private static List<Directive> directives(TypeDefinition<?> part) {
        return ((DirectivesContainer<?>) part).getDirectives();
    }
}
