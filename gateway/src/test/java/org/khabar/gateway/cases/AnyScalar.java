package org.khabar.gateway.cases;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A scalar that takes anything. */
final class AnyScalar {
    private AnyScalar() {}

    static GraphQLScalarType named(String name) {
        return GraphQLScalarType.newScalar().name(name).coercing(new Anything()).build();
    }

    private static final class Anything implements Coercing<Object, Object> {
        @Override
        public Object serialize(Object result, GraphQLContext context, Locale locale) {
            return result;
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            return input;
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return literal(input, variables);
        }

        private static Object literal(Value<?> input, CoercedVariables variables) {
            return switch (input) {
                case StringValue text -> text.getValue();
                case IntValue number -> number.getValue();
                case FloatValue number -> number.getValue();
                case BooleanValue bool -> bool.isValue();
                case ArrayValue array ->
                    array.getValues().stream()
                            .map(item -> literal(item, variables))
                            .toList();
                case VariableReference variable -> variables.get(variable.getName());
                case ObjectValue object -> {
                    Map<String, Object> map = new HashMap<>();
                    object.getObjectFields()
                            .forEach(field -> map.put(field.getName(), literal(field.getValue(), variables)));
                    yield map;
                }
                default -> throw new IllegalArgumentException(String.valueOf(input));
            };
        }
    }
}
