package org.khabar.gateway.supergraph.join;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes any value as it is. */
final class AnyValueCoercing implements Coercing<Object, Object> {

    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
        return value;
    }

    @Override
    public Object parseValue(Object value, GraphQLContext context, Locale locale) {
        return value;
    }

    // A literal null never arrives here at the top; nested nulls stay nulls inside their list or object.
    @Override
    public Object parseLiteral(Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
        Object value = toJava(literal, variables);
        if (value == null) {
            throw new CoercingParseLiteralException("A scalar literal cannot be null");
        }
        return value;
    }

    private static @Nullable Object toJava(Value<?> literal, CoercedVariables variables) {
        return switch (literal) {
            case StringValue text -> text.getValue();
            case BooleanValue bool -> bool.isValue();
            case IntValue integer -> integer.getValue();
            case FloatValue number -> number.getValue();
            case EnumValue name -> name.getName();
            case ArrayValue list -> list(list, variables);
            case ObjectValue object -> object(object, variables);
            case VariableReference variable -> variables.get(variable.getName());
            case NullValue _ -> null;
            default -> throw new CoercingParseLiteralException("Not a literal: " + literal);
        };
    }

    private static List<@Nullable Object> list(ArrayValue list, CoercedVariables variables) {
        List<@Nullable Object> items = new ArrayList<>();
        list.getValues().forEach(item -> items.add(toJava(item, variables)));
        return items;
    }

    private static Map<String, @Nullable Object> object(ObjectValue object, CoercedVariables variables) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (ObjectField field : object.getObjectFields()) {
            fields.put(field.getName(), toJava(field.getValue(), variables));
        }
        return fields;
    }
}
