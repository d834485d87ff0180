package org.khabar.gateway.plan;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That the items of a list come in two parts.
 *
 * @param label what the client calls it; null for nothing
 * @param variable the variable that says how many come first; null when the operation says so itself
 * @param initialCount how many come first, unless the variable is sent
 */
public record StreamedList(@Nullable String label, @Nullable String variable, int initialCount) {

    static StreamedList of(Directive directive, OperationDefinition operation) {
        String label = label(directive);
        Argument count = directive.getArgument("initialCount");
        if (count != null && count.getValue() instanceof VariableReference variable) {
            return new StreamedList(label, variable.getName(), defaultOf(variable.getName(), operation));
        }
        return new StreamedList(label, null, count == null ? 0 : number(count.getValue()));
    }

    static @Nullable String label(Directive directive) {
        Argument label = directive.getArgument("label");
        return label != null && label.getValue() instanceof StringValue text ? text.getValue() : null;
    }

    private static int defaultOf(String variable, OperationDefinition operation) {
        return operation.getVariableDefinitions().stream()
                .filter(definition -> definition.getName().equals(variable))
                .map(VariableDefinition::getDefaultValue)
                .mapToInt(StreamedList::number)
                .findFirst()
                .orElse(0);
    }

    private static int number(@Nullable Value<?> value) {
        return value instanceof IntValue literal
                ? Math.max(0, literal.getValue().intValue())
                : 0;
    }

    /** How many items come first. */
    public int initialCount(Map<String, ? extends @Nullable Object> variables) {
        Object sent = variable == null ? null : variables.get(variable);
        return sent instanceof Number number ? Math.max(0, number.intValue()) : initialCount;
    }
}
