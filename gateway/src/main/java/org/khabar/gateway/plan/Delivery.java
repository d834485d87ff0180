package org.khabar.gateway.plan;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.Set;

/**
 * Whether parts of an answer come later than others, and which of those that the operation marks with a condition.
 *
 * @param incremental whether they may come later at all
 * @param variables the variables, of those in {@code if} arguments of {@code @defer} and {@code @stream}, that are true
 */
public record Delivery(boolean incremental, Set<String> variables) {
    /** All at once. */
    public static final Delivery WHOLE = new Delivery(false, Set.of());

    public Delivery {
        variables = Set.copyOf(variables);
    }

    /** Whether a {@code @defer} or {@code @stream} counts. */
    boolean isWanted(Directive directive) {
        Argument condition = directive.getArgument("if");
        Value<?> value = condition == null ? null : condition.getValue();
        return incremental
                && switch (value) {
                    case VariableReference variable -> variables.contains(variable.getName());
                    case BooleanValue literal -> literal.isValue();
                    case null, default -> true;
                };
    }
}
