package org.khabar.gateway.plan;

import graphql.language.ArrayValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.List;
import java.util.stream.Stream;

/** Finds the variables that an argument's value mentions. */
final class VariableNames {
    private VariableNames() {}

    static List<String> in(Value<?> value) {
        return stream(value).toList();
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
