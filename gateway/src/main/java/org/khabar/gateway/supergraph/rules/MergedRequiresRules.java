package org.khabar.gateway.supergraph.rules;

import static org.khabar.gateway.supergraph.CompositionCode.REQUIRES_INVALID_FIELDS;

import graphql.language.Field;
import graphql.language.FieldDefinition;
import graphql.language.InlineFragment;
import graphql.language.InputValueDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.function.Consumer;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.FieldSet;
import org.khabar.gateway.supergraph.TypeRef;
import org.khabar.gateway.supergraph.subgraph.FieldDecl;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/**
 * What a field requires comes from other subgraphs, so the arguments in it must be those that remain after merging.
 */
final class MergedRequiresRules implements SupergraphRule {

    @Override
    public void check(MergedSchema merged, CompositionLog log) {
        for (SubgraphSchema subgraph : merged.subgraphs()) {
            for (FieldedDecl type : subgraph.fieldedTypes()) {
                for (FieldDecl field : type.fields().values()) {
                    field.requires().map(FieldSet::parse).ifPresent(fields -> {
                        String coordinate = type.name() + "." + field.name();
                        Consumer<String> report = what -> log.error(
                                REQUIRES_INVALID_FIELDS,
                                subgraph.name(),
                                coordinate,
                                "@requires on " + coordinate + " of \"" + subgraph.name() + "\": in \"" + fields
                                        + "\", " + what + ".");
                        check(merged, type.name(), fields.selections(), report);
                    });
                }
            }
        }
    }

    private static void check(MergedSchema merged, String type, SelectionSet selections, Consumer<String> report) {
        for (Selection<?> selection : selections.getSelections()) {
            switch (selection) {
                case Field field ->
                    merged.findField(type, field.getName())
                            .ifPresent(definition -> check(merged, type, field, definition, report));
                case InlineFragment fragment ->
                    check(
                            merged,
                            fragment.getTypeCondition() == null
                                    ? type
                                    : fragment.getTypeCondition().getName(),
                            fragment.getSelectionSet(),
                            report);
                default -> {}
            }
        }
    }

    private static void check(
            MergedSchema merged, String type, Field field, FieldDefinition definition, Consumer<String> report) {
        String coordinate = type + "." + field.getName();
        field.getArguments().stream()
                .filter(given -> definition.getInputValueDefinitions().stream()
                        .noneMatch(known -> known.getName().equals(given.getName())))
                .forEach(given -> report.accept(
                        "the argument " + given.getName() + " of " + coordinate + " is not known in all subgraphs"));
        definition.getInputValueDefinitions().stream()
                .filter(MergedRequiresRules::isRequired)
                .filter(known -> field.getArguments().stream()
                        .noneMatch(given -> given.getName().equals(known.getName())))
                .forEach(known -> report.accept("the argument " + known.getName() + " of " + coordinate
                        + " must be given, for a subgraph needs it"));
        if (field.getSelectionSet() != null) {
            check(merged, TypeRef.of(definition.getType()).name(), field.getSelectionSet(), report);
        }
    }

    private static boolean isRequired(InputValueDefinition argument) {
        return TypeRef.of(argument.getType()).isNonNull() && argument.getDefaultValue() == null;
    }
}
