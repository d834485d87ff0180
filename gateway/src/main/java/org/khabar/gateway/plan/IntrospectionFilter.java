package org.khabar.gateway.plan;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Keeps the introspection fields of an operation's root, with the directives around them. */
final class IntrospectionFilter {
    private IntrospectionFilter() {}

    static SelectionSet keep(SelectionSet selections, Document document) {
        List<Selection<?>> kept = selections.getSelections().stream()
                .flatMap(selection -> keep((Selection<?>) selection, document))
                .toList();
        return SelectionSet.newSelectionSet(kept).build();
    }

    private static Stream<Selection<?>> keep(Selection<?> selection, Document document) {
        return switch (selection) {
            case Field field -> IntrospectionPlanner.isIntrospection(field) ? Stream.of(field) : Stream.empty();
            case InlineFragment fragment -> keep(fragment, fragment.getSelectionSet(), document);
            case FragmentSpread spread -> spread(spread, document);
            default -> Stream.empty();
        };
    }

    private static Stream<Selection<?>> spread(FragmentSpread spread, Document document) {
        FragmentDefinition definition = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .filter(fragment -> Objects.equals(fragment.getName(), spread.getName()))
                .findFirst()
                .orElseThrow();
        InlineFragment inlined = InlineFragment.newInlineFragment()
                .typeCondition(definition.getTypeCondition())
                .directives(spread.getDirectives())
                .build();
        return keep(inlined, definition.getSelectionSet(), document);
    }

    private static Stream<Selection<?>> keep(InlineFragment fragment, SelectionSet selections, Document document) {
        SelectionSet kept = keep(selections, document);
        return kept.getSelections().isEmpty()
                ? Stream.empty()
                : Stream.of(fragment.transform(changed -> changed.selectionSet(kept)));
    }
}
