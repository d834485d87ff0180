package org.khabar.gateway.supergraph.subgraph;

import static org.khabar.gateway.supergraph.CompositionCode.INVALID_GRAPHQL;

import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.khabar.gateway.supergraph.CompositionLog;

/** No directive stands on its own arguments, nor on those of a directive that stands on them (GraphQL spec, Type System). */
final class DirectiveCycles {
    private DirectiveCycles() {}

    static void check(String subgraph, Document document, CompositionLog log) {
        Map<String, List<String>> uses = new LinkedHashMap<>();
        document.getDefinitionsOfType(DirectiveDefinition.class)
                .forEach(directive -> uses.put(directive.getName(), usedBy(directive)));
        uses.keySet().stream()
                .filter(directive -> leadsTo(directive, uses))
                .forEach(directive -> log.error(
                        INVALID_GRAPHQL,
                        subgraph,
                        "@" + directive,
                        "The definition of @" + directive + " of \"" + subgraph + "\" refers to itself."));
    }

    private static List<String> usedBy(DirectiveDefinition directive) {
        return directive.getInputValueDefinitions().stream()
                .flatMap(argument -> argument.getDirectives().stream())
                .map(Directive::getName)
                .toList();
    }

    private static boolean leadsTo(String directive, Map<String, List<String>> uses) {
        Deque<String> open = new ArrayDeque<>(uses.getOrDefault(directive, List.of()));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String next = open.pop();
            if (next.equals(directive)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(uses.getOrDefault(next, List.of()));
            }
        }
        return false;
    }
}
