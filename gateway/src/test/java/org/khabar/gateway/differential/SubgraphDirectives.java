package org.khabar.gateway.differential;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The federation directives of one subgraph, by type or by coordinate. */
final class SubgraphDirectives {
    private final Map<String, List<SelectionSet>> keys = new LinkedHashMap<>();
    private final Map<String, SelectionSet> requires = new LinkedHashMap<>();
    private final Map<String, SelectionSet> provides = new LinkedHashMap<>();
    private final Map<String, String> overrides = new LinkedHashMap<>();
    private final Set<String> externals = new HashSet<>();

    SubgraphDirectives(Document document) {
        document.getDefinitionsOfType(ImplementingTypeDefinition.class).forEach(this::addType);
    }

    private void addType(ImplementingTypeDefinition<?> type) {
        for (Directive key : type.getDirectives("key")) {
            if (isResolvable(key)) {
                keys.computeIfAbsent(type.getName(), _ -> new ArrayList<>()).add(FieldSets.parse(text(key, "fields")));
            }
        }
        for (FieldDefinition field : type.getFieldDefinitions()) {
            addField(type.getName() + "." + field.getName(), field, type.hasDirective("external"));
        }
    }

    private void addField(String coordinate, FieldDefinition field, boolean allExternal) {
        if (allExternal || field.hasDirective("external")) {
            externals.add(coordinate);
        }
        one(field, "requires")
                .forEach(directive -> requires.put(coordinate, FieldSets.parse(text(directive, "fields"))));
        one(field, "provides")
                .forEach(directive -> provides.put(coordinate, FieldSets.parse(text(directive, "fields"))));
        one(field, "override").forEach(directive -> overrides.put(coordinate, text(directive, "from")));
    }

    private static List<Directive> one(DirectivesContainer<?> element, String name) {
        return element.getDirectives(name);
    }

    private static boolean isResolvable(Directive key) {
        Argument resolvable = key.getArgument("resolvable");
        return resolvable == null || ((BooleanValue) resolvable.getValue()).isValue();
    }

    private static String text(Directive directive, String argument) {
        return ((StringValue) directive.getArgument(argument).getValue()).getValue();
    }

    /** The resolvable keys of types. */
    Map<String, List<SelectionSet>> keys() {
        return keys;
    }

    /** What fields require. */
    Map<String, SelectionSet> requires() {
        return requires;
    }

    /** What is provided under fields. */
    Map<String, SelectionSet> provides() {
        return provides;
    }

    /** The subgraphs that fields are taken from. */
    Map<String, String> overrides() {
        return overrides;
    }

    /** The fields that are external. */
    Set<String> externals() {
        return externals;
    }
}
