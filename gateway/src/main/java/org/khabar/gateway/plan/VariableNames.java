package org.khabar.gateway.plan;

import graphql.language.ArrayValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.List;
import java.util.stream.Stream;

/** The variables that an argument's value mentions, and names for ours that the client's leave free. */
final class VariableNames {
    private VariableNames() {}

    static List<String> in(Value<?> value) {
        return stream(value).toList();
    }

    /** What names of our own variables begin with, so that the client has none like them. */
    static String freePrefix(String wished, OperationDefinition operation) {
        StringBuilder prefix = new StringBuilder(wished);
        while (operation.getVariableDefinitions().stream()
                .anyMatch(variable -> variable.getName().startsWith(prefix.toString()))) {
            prefix.insert(0, '_');
        }
        return prefix.toString();
    }

    private static Stream<String> stream(Value<?> value) {
        return switch (value) {
            case VariableReference variable -> Stream.of(variable.getName());
            case ArrayValue array -> array.getValues().stream().flatMap(VariableNames::stream);
            case ObjectValue object ->
                object.getObjectFields().stream().map(ObjectField::getValue).flatMap(VariableNames::stream);
            default -> Stream.empty();
        };
    }
}
