package org.khabar.gateway.plan;

import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How long a list is taken to be: as the largest of its slicing arguments says, else as is assumed.
 *
 * @param slicing the slicing arguments
 * @param assumed the length where none of them is given
 * @param exactlyOne the field, where exactly one slicing argument must be given; null where that does not matter
 */
record ListLength(
        List<Slicing> slicing, double assumed, @Nullable String exactlyOne) {
    static final ListLength ONE = new ListLength(List.of(), 1, null);

    ListLength {
        slicing = List.copyOf(slicing);
    }

    boolean isFixed() {
        return slicing.isEmpty();
    }

    double in(OperationCost.Request request) {
        double longest = 0;
        int given = 0;
        for (Slicing argument : slicing) {
            OptionalDouble value = argument.in(request);
            if (value.isPresent()) {
                given++;
                longest = Math.max(longest, value.getAsDouble());
            }
        }
        if (exactlyOne != null && given != 1) {
            throw PlanningException.unsupported(exactlyOne + " needs exactly one of the arguments "
                    + slicing.stream().map(Slicing::name).toList() + " that bound its length; " + given
                    + " are given");
        }
        return given == 0 ? assumed : longest;
    }

    /**
     * An argument that bounds a list's length.
     *
     * @param name its name
     * @param value what the operation says; null when nothing
     * @param otherwise the schema's default; null when there is none
     */
    record Slicing(
            String name, @Nullable Value<?> value, @Nullable Value<?> otherwise) {

        OptionalDouble in(OperationCost.Request request) {
            if (!(value instanceof VariableReference variable)) {
                return literal(value == null ? otherwise : value);
            }
            if (request.has(variable.getName())) {
                return number(request.variables().get(variable.getName()));
            }
            Value<?> ownDefault = request.defaults().get(variable.getName());
            return literal(ownDefault == null ? otherwise : ownDefault);
        }

        private static OptionalDouble literal(@Nullable Value<?> value) {
            return switch (value) {
                case IntValue number -> OptionalDouble.of(number.getValue().doubleValue());
                case StringValue text -> number(text.getValue());
                case NullValue _ -> OptionalDouble.empty();
                case null, default -> OptionalDouble.empty();
            };
        }

        private static OptionalDouble number(@Nullable Object value) {
            return switch (value) {
                case Number number -> OptionalDouble.of(number.doubleValue());
                case String text -> parsed(text);
                case null, default -> OptionalDouble.empty();
            };
        }

        /** Lenient coercion takes numbers that are written as strings. */
        private static OptionalDouble parsed(String text) {
            try {
                return OptionalDouble.of(Double.parseDouble(text));
            } catch (NumberFormatException _) {
                return OptionalDouble.empty();
            }
        }
    }
}
