package org.khabar.gateway.supergraph.rules;

import static org.khabar.gateway.supergraph.CompositionCode.DISALLOWED_INACCESSIBLE;

import graphql.language.DirectiveDefinition;
import graphql.language.InputValueDefinition;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.link.Annotations;
import org.khabar.gateway.supergraph.link.FederationDirective;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/** Arguments of directives cannot be hidden: clients that may use a directive see all of it. */
final class DirectiveArgumentRules implements SubgraphRule {

    @Override
    public void check(SubgraphSchema subgraph, CompositionLog log) {
        for (DirectiveDefinition directive : subgraph.directives().values()) {
            directive.getInputValueDefinitions().stream()
                    .filter(argument -> isHidden(subgraph, argument))
                    .forEach(argument -> {
                        String coordinate = "@" + directive.getName() + "(" + argument.getName() + ":)";
                        String what = coordinate + " of \"" + subgraph.name()
                                + "\" is @inaccessible; arguments of directives cannot be.";
                        log.error(DISALLOWED_INACCESSIBLE, subgraph.name(), coordinate, what);
                    });
        }
    }

    private static boolean isHidden(SubgraphSchema subgraph, InputValueDefinition argument) {
        return Annotations.of(argument.getDirectives(), subgraph.links()).has(FederationDirective.INACCESSIBLE);
    }
}
