package org.khabar.gateway.plan;

import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.TypeRef;

/** Splits off what asks for the schema itself. */
final class IntrospectionPlanner {
    private static final TypeRef ANY = TypeRef.parse("__Schema");

    private IntrospectionPlanner() {}

    static QueryPlan.@Nullable Introspection plan(
            Document document, OperationDefinition operation, ClientSelection selection, DataPath data) {
        Map<String, Integer> leaves = new HashMap<>();
        for (ClientField field : selection.fields()) {
            if (isIntrospection(field)) {
                leaves.put(field.responseKey, slot(data, field).index());
            }
        }
        if (leaves.isEmpty()) {
            return null;
        }
        Document asked = only(document, operation);
        boolean constant = operation.getVariableDefinitions().isEmpty();
        return new QueryPlan.Introspection(asked, AstPrinter.printAstCompact(asked), constant, leaves);
    }

    /** Notes where the introspection fields of the root are kept. */
    static void keep(PathNode root, ClientSelection selection) {
        for (ClientField field : selection.fields()) {
            if (isIntrospection(field)) {
                root.planned.put(
                        field,
                        List.of(new PlanField(root.base(), field.name, field.arguments, ANY, slot(root.data, field))));
            }
        }
    }

    private static DataPath.Slot slot(DataPath data, ClientField field) {
        return data.slot(field.responseKey, "introspection " + field.responseKey, "", false);
    }

    private static boolean isIntrospection(ClientField field) {
        return field.name.equals("__schema") || field.name.equals("__type");
    }

    private static Document only(Document document, OperationDefinition operation) {
        SelectionSet kept = IntrospectionFilter.keep(operation.getSelectionSet(), document);
        Document.Builder builder =
                Document.newDocument().definition(operation.transform(changed -> changed.selectionSet(kept)));
        document.getDefinitionsOfType(FragmentDefinition.class).forEach(builder::definition);
        return builder.build();
    }

    static boolean isIntrospection(Field field) {
        return field.getName().equals("__schema") || field.getName().equals("__type");
    }
}
