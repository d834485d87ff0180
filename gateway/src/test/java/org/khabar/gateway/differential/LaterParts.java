package org.khabar.gateway.differential;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.List;

/** Has parts of an operation come later, here and there. */
final class LaterParts {
    private final Chance chance;
    private final String serialType;

    private LaterParts(Chance chance, String serialType) {
        this.chance = chance;
        this.serialType = serialType;
    }

    /**
     * The operation with {@code @defer} and {@code @stream}.
     *
     * @param mutationType the type whose fields must not be deferred
     */
    static Operation of(Operation operation, long seed, String mutationType) {
        LaterParts parts = new LaterParts(new Chance(seed), mutationType);
        List<Definition> definitions = new ArrayList<>();
        for (Definition<?> definition : operation.document().getDefinitions()) {
            definitions.add(parts.definition(definition, operation.isMutation()));
        }
        return new Operation(Document.newDocument().definitions(definitions).build(), operation.variables());
    }

    private Definition<?> definition(Definition<?> definition, boolean isMutation) {
        return switch (definition) {
            case OperationDefinition operation ->
                operation.transform(
                        changed -> changed.selectionSet(selections(operation.getSelectionSet(), isMutation)));
            case FragmentDefinition fragment -> {
                boolean isRoot = fragment.getTypeCondition().getName().equals(serialType);
                yield fragment.transform(
                        changed -> changed.selectionSet(selections(fragment.getSelectionSet(), isRoot)));
            }
            default -> definition;
        };
    }

    private SelectionSet selections(SelectionSet selections, boolean serial) {
        List<Selection<?>> changed = new ArrayList<>();
        List<Selection<?>> together = new ArrayList<>();
        for (Selection<?> selection : selections.getSelections()) {
            boolean isDeferred = !serial && chance.percent(20);
            (isDeferred ? together : changed).add(selection(selection, serial));
        }
        if (!together.isEmpty()) {
            changed.add(
                    chance.below(changed.size() + 1),
                    InlineFragment.newInlineFragment()
                            .directives(List.of(defer(90)))
                            .selectionSet(SelectionSet.newSelectionSet(together).build())
                            .build());
        }
        return SelectionSet.newSelectionSet(changed).build();
    }

    private Selection<?> selection(Selection<?> selection, boolean serial) {
        boolean isLater = !serial && chance.percent(30);
        return switch (selection) {
            case InlineFragment fragment ->
                fragment.transform(changed -> {
                    changed.selectionSet(selections(fragment.getSelectionSet(), serial));
                    if (isLater) {
                        changed.directive(defer(85));
                    }
                });
            case FragmentSpread spread -> isLater ? spread.transform(changed -> changed.directive(defer(85))) : spread;
            case Field field
            when field.getSelectionSet() != null ->
                field.transform(changed -> {
                    changed.selectionSet(selections(field.getSelectionSet(), false));
                    if (isLater) {
                        changed.directive(stream());
                    }
                });
            default -> selection;
        };
    }

    private Directive defer(int percentTrue) {
        return Directive.newDirective()
                .name("defer")
                .argument(new Argument("if", BooleanValue.of(chance.percent(percentTrue))))
                .build();
    }

    private Directive stream() {
        return Directive.newDirective()
                .name("stream")
                .argument(new Argument("initialCount", IntValue.of(chance.below(3))))
                .build();
    }
}
