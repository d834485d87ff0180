package org.khabar.gateway.supergraph.rules;

import graphql.language.AstPrinter;
import graphql.language.Field;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.Map;
import java.util.TreeMap;
import org.khabar.gateway.supergraph.FieldSet;

/** The fields of a key whatever their order. */
final class KeyFields {
    private KeyFields() {}

    /** A value that is equal for field sets that select the same. */
    static Map<String, Object> of(FieldSet fields) {
        return of(fields.selections());
    }

    private static Map<String, Object> of(SelectionSet selections) {
        Map<String, Object> sorted = new TreeMap<>();
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field) {
                SelectionSet children = field.getSelectionSet();
                sorted.put(field.getName(), children == null ? Map.of() : of(children));
            } else {
                sorted.put(AstPrinter.printAstCompact(selection), Map.of());
            }
        }
        return sorted;
    }
}
