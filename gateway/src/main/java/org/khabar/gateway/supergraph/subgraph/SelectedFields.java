package org.khabar.gateway.supergraph.subgraph;

import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.parser.InvalidSyntaxException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.khabar.gateway.supergraph.FieldSet;

/** Lists the fields that a field set of a subgraph names, those of implementing types with those of interfaces. */
public final class SelectedFields {
    private final SubgraphSchema schema;
    private final Set<FieldCoordinate> found = new LinkedHashSet<>();

    private SelectedFields(SubgraphSchema schema) {
        this.schema = schema;
    }

    /** The fields that a field set on a type names; what cannot be read or is not declared is left out. */
    public static Set<FieldCoordinate> of(SubgraphSchema schema, String type, String fields) {
        SelectedFields selected = new SelectedFields(schema);
        try {
            selected.walk(type, FieldSet.parse(fields).selections());
        } catch (InvalidSyntaxException _) {
            return Set.of();
        }
        return selected.found;
    }

    private void walk(String type, SelectionSet selections) {
        for (Selection<?> selection : selections.getSelections()) {
            switch (selection) {
                case Field field -> walk(type, field);
                case InlineFragment fragment ->
                    walk(
                            fragment.getTypeCondition() == null
                                    ? type
                                    : fragment.getTypeCondition().getName(),
                            fragment.getSelectionSet());
                default -> {}
            }
        }
    }

    private void walk(String type, Field field) {
        schema.findField(type, field.getName()).ifPresent(declared -> {
            found.add(new FieldCoordinate(type, field.getName()));
            schema.possibleTypes(type).stream()
                    .filter(object -> schema.findField(object, field.getName()).isPresent())
                    .forEach(object -> found.add(new FieldCoordinate(object, field.getName())));
            if (field.getSelectionSet() != null) {
                walk(declared.type().name(), field.getSelectionSet());
            }
        });
    }
}
