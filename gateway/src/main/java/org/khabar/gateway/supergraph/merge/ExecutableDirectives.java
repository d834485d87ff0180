package org.khabar.gateway.supergraph.merge;

import graphql.language.DirectiveDefinition;
import graphql.language.DirectiveLocation;
import graphql.language.InputValueDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.khabar.gateway.supergraph.TypeRef;
import org.khabar.gateway.supergraph.link.Annotations;
import org.khabar.gateway.supergraph.subgraph.InputValueDecl;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/** Directives that clients may write into operations: those that every subgraph defines, where every one allows them. */
final class ExecutableDirectives {
    private static final Set<String> EXECUTABLE = Set.of(
            "QUERY",
            "MUTATION",
            "SUBSCRIPTION",
            "FIELD",
            "FRAGMENT_DEFINITION",
            "FRAGMENT_SPREAD",
            "INLINE_FRAGMENT",
            "VARIABLE_DEFINITION");

    private ExecutableDirectives() {}

    static List<DirectiveDefinition> common(MergeContext context) {
        List<SubgraphSchema> subgraphs = context.subgraphs();
        return subgraphs.getFirst().directives().keySet().stream()
                .filter(name -> !context.composed().definitions().containsKey(name))
                .filter(name -> subgraphs.stream()
                        .allMatch(subgraph -> subgraph.directives().containsKey(name)))
                .map(name -> merge(context, name))
                .filter(directive -> !directive.getDirectiveLocations().isEmpty())
                .toList();
    }

    private static DirectiveDefinition merge(MergeContext context, String name) {
        Map<String, DirectiveDefinition> sources = new LinkedHashMap<>();
        context.subgraphs()
                .forEach(subgraph -> sources.put(
                        subgraph.name(),
                        Objects.requireNonNull(subgraph.directives().get(name))));
        DirectiveDefinition first = sources.values().iterator().next();
        List<DirectiveLocation> locations = first.getDirectiveLocations().stream()
                .filter(location -> EXECUTABLE.contains(location.getName()))
                .filter(location -> sources.values().stream().allMatch(source -> allows(source, location)))
                .toList();
        Map<String, Map<String, InputValueDecl>> arguments = new LinkedHashMap<>();
        if (!locations.isEmpty()) {
            sources.forEach((subgraph, source) -> arguments.put(subgraph, arguments(source)));
        }
        return DirectiveDefinition.newDirectiveDefinition()
                .name(name)
                .repeatable(sources.values().stream().allMatch(DirectiveDefinition::isRepeatable))
                .description(Descriptions.first(sources.values().stream().map(DirectiveDefinition::getDescription)))
                .directiveLocations(locations)
                .inputValueDefinitions(new InputValueMerger(context, InputValueMerger.Codes.ARGUMENT)
                        .merge("@" + name + "(%s:)", arguments))
                .build();
    }

    private static boolean allows(DirectiveDefinition directive, DirectiveLocation location) {
        return directive.getDirectiveLocations().stream()
                .anyMatch(candidate -> candidate.getName().equals(location.getName()));
    }

    private static Map<String, InputValueDecl> arguments(DirectiveDefinition directive) {
        return directive.getInputValueDefinitions().stream()
                .collect(Collectors.toMap(
                        InputValueDefinition::getName,
                        argument -> new InputValueDecl(
                                argument.getName(),
                                TypeRef.of(argument.getType()),
                                argument.getDefaultValue(),
                                Annotations.NONE,
                                argument.getDescription()),
                        (first, _) -> first,
                        LinkedHashMap::new));
    }
}
