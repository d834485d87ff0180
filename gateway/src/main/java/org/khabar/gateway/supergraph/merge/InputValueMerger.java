package org.khabar.gateway.supergraph.merge;

import graphql.language.AstPrinter;
import graphql.language.InputValueDefinition;
import graphql.language.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.CompositionCode;
import org.khabar.gateway.supergraph.TypeRef;
import org.khabar.gateway.supergraph.subgraph.InputValueDecl;

/** Merges arguments and fields of input objects: what stays is what every subgraph understands. */
final class InputValueMerger {
    private final MergeContext context;
    private final MergedDirectives directives;
    private final Codes codes;

    /** The rules' codes, which differ between arguments and input fields. */
    enum Codes {
        ARGUMENT(
                "Argument",
                CompositionCode.REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH,
                CompositionCode.FIELD_ARGUMENT_TYPE_MISMATCH,
                CompositionCode.FIELD_ARGUMENT_DEFAULT_MISMATCH),
        INPUT_FIELD(
                "Input field",
                CompositionCode.REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH,
                CompositionCode.FIELD_TYPE_MISMATCH,
                CompositionCode.INPUT_FIELD_DEFAULT_MISMATCH);

        private final String noun;
        private final CompositionCode missing;
        private final CompositionCode type;
        private final CompositionCode defaultValue;

        Codes(String noun, CompositionCode missing, CompositionCode type, CompositionCode defaultValue) {
            this.noun = noun;
            this.missing = missing;
            this.type = type;
            this.defaultValue = defaultValue;
        }
    }

    InputValueMerger(MergeContext context, Codes codes) {
        this.context = context;
        this.directives = new MergedDirectives(context.composed());
        this.codes = codes;
    }

    /**
     * Merges the values of one owner.
     *
     * @param pattern the coordinate of a value, with {@code %s} for its name
     * @param owners the values by name, by subgraph
     */
    List<InputValueDefinition> merge(String pattern, Map<String, Map<String, InputValueDecl>> owners) {
        Set<String> names = new LinkedHashSet<>();
        owners.values().forEach(values -> names.addAll(values.keySet()));
        List<InputValueDefinition> merged = new ArrayList<>();
        for (String name : names) {
            Map<String, InputValueDecl> sources = new LinkedHashMap<>();
            owners.forEach((subgraph, values) -> {
                InputValueDecl value = values.get(name);
                if (value != null) {
                    sources.put(subgraph, value);
                }
            });
            InputValueDefinition value = merge(String.format(pattern, name), name, sources, owners.keySet());
            if (value != null) {
                merged.add(value);
            }
        }
        return merged;
    }

    private @Nullable InputValueDefinition merge(
            String coordinate, String name, Map<String, InputValueDecl> sources, Set<String> owners) {
        if (sources.values().stream().anyMatch(ContextArguments::isContextual)) {
            ContextArguments.checkSame(context, coordinate, sources);
            return null;
        }
        if (sources.size() < owners.size()) {
            checkDroppable(coordinate, sources, owners);
            return null;
        }
        Map<String, TypeRef> types = new LinkedHashMap<>();
        sources.forEach((subgraph, value) -> types.put(subgraph, value.type()));
        TypeRef type = TypeMerge.input(types.values()).orElse(null);
        if (type == null) {
            error(codes.type, coordinate, sources.keySet(), "has types that do not fit: " + TypeMerge.describe(types));
            return null;
        }
        InputValueDecl first = sources.values().iterator().next();
        return InputValueDefinition.newInputValueDefinition()
                .name(name)
                .description(Descriptions.first(sources.values().stream().map(InputValueDecl::description)))
                .type(Ast.type(type))
                .defaultValue(defaultValue(coordinate, first, sources))
                .directives(directives.of(sources.values().stream()
                        .map(InputValueDecl::annotations)
                        .toList()))
                .build();
    }

    private void checkDroppable(String coordinate, Map<String, InputValueDecl> sources, Set<String> owners) {
        List<String> requiring = sources.entrySet().stream()
                .filter(source -> source.getValue().isRequired())
                .map(Map.Entry::getKey)
                .toList();
        List<String> lacking =
                owners.stream().filter(owner -> !sources.containsKey(owner)).toList();
        if (requiring.isEmpty()) {
            context.log()
                    .hint(
                            "INCONSISTENT_INPUT",
                            coordinate,
                            codes.noun + " " + coordinate + " is left out, for " + Names.list(lacking)
                                    + " does not have it.");
            return;
        }
        error(
                codes.missing,
                coordinate,
                owners,
                "must be given in " + Names.list(requiring) + " but does not exist in " + Names.list(lacking));
    }

    private @Nullable Value<?> defaultValue(
            String coordinate, InputValueDecl first, Map<String, InputValueDecl> sources) {
        Set<String> literals = new LinkedHashSet<>();
        sources.values().stream()
                .map(InputValueDecl::defaultValue)
                .filter(Objects::nonNull)
                .forEach(value -> literals.add(AstPrinter.printAst(value)));
        if (literals.size() > 1) {
            error(
                    codes.defaultValue,
                    coordinate,
                    sources.keySet(),
                    "has defaults that differ: " + String.join(", ", literals));
        }
        // Where some have no default, callers of those must still be able to tell "not given"
        boolean everywhere = sources.values().stream().allMatch(value -> value.defaultValue() != null);
        return everywhere ? first.defaultValue() : null;
    }

    private void error(CompositionCode code, String coordinate, Set<String> subgraphs, String what) {
        context.log().error(code, List.copyOf(subgraphs), coordinate, codes.noun + " " + coordinate + " " + what + ".");
    }
}
