package org.khabar.gateway.supergraph.merge;

import graphql.language.Directive;
import java.util.List;
import org.khabar.gateway.supergraph.link.Arguments;
import org.khabar.gateway.supergraph.link.FederationDirective;
import org.khabar.gateway.supergraph.subgraph.TypeDecl;

/** Contexts that types set, under names of their own in the supergraph. */
final class Contexts {
    private Contexts() {}

    static List<Directive> directives(String subgraph, TypeDecl type) {
        return type.annotations().all(FederationDirective.CONTEXT).stream()
                .flatMap(context -> Arguments.findString(context, "name").stream())
                .map(name -> Ast.directive("context", Ast.string("name", nameInSupergraph(subgraph, name))))
                .toList();
    }

    static String nameInSupergraph(String subgraph, String context) {
        return subgraph + "__" + context;
    }
}
