package org.khabar.gateway.supergraph.merge;

import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import java.util.List;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.link.Link;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/**
 * The subgraphs' own directives that the supergraph keeps ({@code @composeDirective}).
 *
 * @param links the specifications they come from
 * @param definitions their definitions
 */
record ComposedDirectives(List<Link> links, List<DirectiveDefinition> definitions) {
    ComposedDirectives {
        links = List.copyOf(links);
        definitions = List.copyOf(definitions);
    }

    static ComposedDirectives of(List<SubgraphSchema> subgraphs, CompositionLog log) {
        return new ComposedDirectives(List.of(), List.of());
    }

    boolean keeps(Directive directive) {
        return definitions.stream().anyMatch(definition -> definition.getName().equals(directive.getName()));
    }
}
