package org.khabar.gateway.supergraph.satisfiability;

import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.FieldSet;
import org.khabar.gateway.supergraph.Supergraph;

/** Follows what {@code @provides} promises down the fields it names. */
final class Provided {
    private Provided() {}

    /** Whether a field of an object type is provided. */
    static boolean has(Supergraph supergraph, String type, @Nullable FieldSet provided, String field) {
        return provided != null
                && !named(supergraph, type, provided.selections(), field).isEmpty();
    }

    /** What is provided below a field: what the promise so far says, and what the field itself provides. */
    static @Nullable FieldSet below(
            Supergraph supergraph, String type, @Nullable FieldSet provided, String field, @Nullable FieldSet own) {
        List<Selection<?>> below = new ArrayList<>();
        if (provided != null) {
            named(supergraph, type, provided.selections(), field).stream()
                    .map(Field::getSelectionSet)
                    .forEach(children -> addAll(children, below));
        }
        if (own != null) {
            addAll(own.selections(), below);
        }
        return below.isEmpty() ? null : FieldSet.of(new SelectionSet(below));
    }

    private static void addAll(@Nullable SelectionSet selections, List<Selection<?>> target) {
        if (selections != null) {
            selections.getSelections().forEach(selection -> target.add((Selection<?>) selection));
        }
    }

    /** The part of a promise that holds for an object type, or nothing. */
    static @Nullable FieldSet on(Supergraph supergraph, String type, FieldSet provided) {
        List<Selection<?>> applying = new ArrayList<>();
        for (Selection<?> selection : provided.selections().getSelections()) {
            if (!(selection instanceof InlineFragment fragment) || applies(supergraph, type, fragment)) {
                applying.add(selection);
            }
        }
        return applying.isEmpty() ? null : FieldSet.of(new SelectionSet(applying));
    }

    private static List<Field> named(Supergraph supergraph, String type, SelectionSet selections, String name) {
        List<Field> fields = new ArrayList<>();
        for (Selection<?> selection : selections.getSelections()) {
            switch (selection) {
                case Field field when field.getName().equals(name) -> fields.add(field);
                case InlineFragment fragment
                when applies(supergraph, type, fragment) ->
                    fields.addAll(named(supergraph, type, fragment.getSelectionSet(), name));
                default -> {}
            }
        }
        return fields;
    }

    /** Whether a fragment's condition holds for an object type. */
    static boolean applies(Supergraph supergraph, String type, InlineFragment fragment) {
        return fragment.getTypeCondition() == null
                || supergraph
                        .possibleTypes(fragment.getTypeCondition().getName())
                        .contains(type);
    }
}
