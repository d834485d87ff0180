package org.khabar.gateway.supergraph.merge;

import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import java.util.List;
import java.util.Map;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.link.Link;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/**
 * The subgraphs' own directives that the supergraph keeps ({@code @composeDirective}).
 *
 * @param links the specifications they come from
 * @param definitions their definitions by name without {@code @}
 */
record ComposedDirectives(List<Link> links, Map<String, DirectiveDefinition> definitions) {
    ComposedDirectives {
        links = List.copyOf(links);
    }

    static ComposedDirectives of(List<SubgraphSchema> subgraphs, CompositionLog log) {
        return new DirectiveComposition(log).compose(subgraphs);
    }

    boolean keeps(Directive directive) {
        return definitions.containsKey(directive.getName());
    }
}
