package org.khabar.gateway.plan;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Picks the operation of a document that a request means (GraphQL spec, GetOperation). */
public final class Operations {
    private Operations() {}

    /**
     * The operation of that name, or the only one when no name is given.
     *
     * @throws PlanningException when there is no such operation or a name is needed
     */
    public static OperationDefinition get(Document document, @Nullable String name) {
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
        if (name == null || name.isEmpty()) {
            if (operations.size() != 1) {
                throw PlanningException.unsupported(
                        operations.isEmpty()
                                ? "The document has no operation"
                                : "The document has several operations: operationName must say which one to run");
            }
            return operations.getFirst();
        }
        Optional<OperationDefinition> named = operations.stream()
                .filter(operation -> name.equals(operation.getName()))
                .findFirst();
        return named.orElseThrow(
                () -> PlanningException.unsupported("The document has no operation named '" + name + "'"));
    }
}
