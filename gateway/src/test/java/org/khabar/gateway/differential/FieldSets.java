package org.khabar.gateway.differential;

import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.List;

/** Field sets of federation directives, such as {@code "id chain { id }"}. */
final class FieldSets {
    private FieldSets() {}

    static SelectionSet parse(String fields) {
        OperationDefinition operation = (OperationDefinition)
                Parser.parse("{" + fields + "}").getDefinitions().getFirst();
        return operation.getSelectionSet();
    }

    /** The fields right in a field set, also those in its inline fragments. */
    static List<Field> listFields(SelectionSet fieldSet) {
        List<Field> fields = new ArrayList<>();
        for (Selection<?> selection : fieldSet.getSelections()) {
            switch (selection) {
                case Field field -> fields.add(field);
                case InlineFragment fragment -> fields.addAll(listFields(fragment.getSelectionSet()));
                default -> throw new IllegalArgumentException("Not part of a field set: " + selection);
            }
        }
        return fields;
    }
}
