package org.khabar.gateway.supergraph.merge;

import static org.khabar.gateway.supergraph.CompositionCode.EMPTY_MERGED_ENUM_TYPE;
import static org.khabar.gateway.supergraph.CompositionCode.ENUM_VALUE_MISMATCH;

import graphql.language.Directive;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.khabar.gateway.supergraph.link.FederationDirective;
import org.khabar.gateway.supergraph.subgraph.EnumDecl;

/**
 * Merges enums. What clients only read may have every value that a subgraph can answer; what they only send, the values
 * that all subgraphs understand; where they do both, all must know the same values.
 */
final class EnumMerger {
    private final MergeContext context;
    private final EnumUse use;
    private final MergedDirectives directives;

    EnumMerger(MergeContext context, EnumUse use) {
        this.context = context;
        this.use = use;
        this.directives = new MergedDirectives(context.composed());
    }

    Optional<EnumTypeDefinition> merge(String name, Map<String, EnumDecl> sources) {
        Set<String> names = new LinkedHashSet<>();
        sources.values().forEach(declared -> names.addAll(declared.values().keySet()));
        List<EnumValueDefinition> values = names.stream()
                .flatMap(value -> mergeValue(name, value, sources).stream())
                .toList();
        if (values.isEmpty()) {
            context.log()
                    .error(
                            EMPTY_MERGED_ENUM_TYPE,
                            List.copyOf(sources.keySet()),
                            name,
                            "Enum " + name + " has no value that all of " + Names.list(sources.keySet()) + " know.");
            return Optional.empty();
        }
        List<Directive> all = new ArrayList<>(LeafTypeMerger.joinTypes(context, sources.keySet()));
        all.addAll(directives.of(
                sources.values().stream().map(EnumDecl::annotations).toList()));
        return Optional.of(EnumTypeDefinition.newEnumTypeDefinition()
                .name(name)
                .description(Descriptions.first(sources.values().stream()
                        .map(declared -> declared.header().description())))
                .enumValueDefinitions(values)
                .directives(all)
                .build());
    }

    private Optional<EnumValueDefinition> mergeValue(String type, String value, Map<String, EnumDecl> sources) {
        Map<String, EnumDecl.Value> declared = new LinkedHashMap<>();
        sources.forEach((subgraph, source) -> {
            EnumDecl.Value found = source.values().get(value);
            if (found != null) {
                declared.put(subgraph, found);
            }
        });
        boolean partial = declared.size() < sources.size();
        if (partial && use.inputs().contains(type) && !isHidden(declared) && !isKept(type, value, declared, sources)) {
            return Optional.empty();
        }
        List<Directive> all = new ArrayList<>(declared.keySet().stream()
                .map(subgraph -> Ast.directive("join__enumValue", Ast.name("graph", context.graph(subgraph))))
                .toList());
        all.addAll(directives.of(
                declared.values().stream().map(EnumDecl.Value::annotations).toList()));
        return Optional.of(EnumValueDefinition.newEnumValueDefinition()
                .name(value)
                .description(Descriptions.first(declared.values().stream().map(EnumDecl.Value::description)))
                .directives(all)
                .build());
    }

    private static boolean isHidden(Map<String, EnumDecl.Value> declared) {
        return declared.values().stream().anyMatch(value -> value.annotations().has(FederationDirective.INACCESSIBLE));
    }

    /** Weighs a value of an enum that is an input, and that some subgraph lacks. */
    private boolean isKept(
            String type, String value, Map<String, EnumDecl.Value> declared, Map<String, EnumDecl> sources) {
        List<String> lacking = sources.keySet().stream()
                .filter(subgraph -> !declared.containsKey(subgraph))
                .toList();
        String what = "Value " + type + "." + value + " exists in " + Names.list(declared.keySet()) + " but not in "
                + Names.list(lacking);
        if (!use.outputs().contains(type)) {
            context.log()
                    .hint("INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM", type + "." + value, what + "; it is left out.");
            return false;
        }
        context.log()
                .error(
                        ENUM_VALUE_MISMATCH,
                        List.copyOf(sources.keySet()),
                        type + "." + value,
                        what + ", and the enum is both an input and an output.");
        return true;
    }
}
