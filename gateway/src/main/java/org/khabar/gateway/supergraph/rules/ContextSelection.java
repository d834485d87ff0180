package org.khabar.gateway.supergraph.rules;

import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.parser.InvalidSyntaxException;
import java.util.List;
import org.khabar.gateway.supergraph.FieldSet;
import org.khabar.gateway.supergraph.subgraph.FieldDecl;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/** A selection that yields one value from an object that sets a context. */
final class ContextSelection {
    private ContextSelection() {}

    /** Whether, on every object that a type can be, the selection is one field, down to a leaf. */
    static boolean yieldsOneValue(SubgraphSchema subgraph, String type, String selection) {
        try {
            SelectionSet selections = FieldSet.parse(selection).selections();
            return subgraph.possibleTypes(type).stream().allMatch(object -> isOneValue(subgraph, object, selections));
        } catch (InvalidSyntaxException _) {
            return false;
        }
    }

    private static boolean isOneValue(SubgraphSchema subgraph, String object, SelectionSet selections) {
        List<Field> fields = selections.getSelections().stream()
                .flatMap(selection -> fields(subgraph, object, (Selection<?>) selection).stream())
                .toList();
        return fields.size() == 1
                && subgraph.findField(object, fields.getFirst().getName())
                        .filter(declared -> isOneValue(subgraph, declared, fields.getFirst()))
                        .isPresent();
    }

    private static boolean isOneValue(SubgraphSchema subgraph, FieldDecl declared, Field field) {
        SelectionSet children = field.getSelectionSet();
        if (children == null) {
            return field.getAlias() == null && !subgraph.isComposite(declared.type());
        }
        return subgraph.isComposite(declared.type())
                && subgraph.possibleTypes(declared.type().name()).stream()
                        .allMatch(object -> isOneValue(subgraph, object, children));
    }

    private static List<Field> fields(SubgraphSchema subgraph, String object, Selection<?> selection) {
        return switch (selection) {
            case Field field -> List.of(field);
            case InlineFragment fragment
            when applies(subgraph, object, fragment) ->
                fragment.getSelectionSet().getSelections().stream()
                        .flatMap(child -> fields(subgraph, object, (Selection<?>) child).stream())
                        .toList();
            default -> List.of();
        };
    }

    private static boolean applies(SubgraphSchema subgraph, String object, InlineFragment fragment) {
        return fragment.getTypeCondition() == null
                || subgraph.possibleTypes(fragment.getTypeCondition().getName()).contains(object);
    }
}
