package org.khabar.gateway.differential;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Literals without variables as a client's JSON has them. */
final class Literals {
    private Literals() {}

    static @Nullable Object toJava(Value<?> literal) {
        return switch (literal) {
            case NullValue _ -> null;
            case StringValue text -> text.getValue();
            case EnumValue value -> value.getName();
            case BooleanValue value -> value.isValue();
            case IntValue number -> number.getValue().intValueExact();
            case FloatValue number -> number.getValue().doubleValue();
            case ArrayValue array -> items(array);
            case ObjectValue object -> fields(object);
            default -> throw new IllegalArgumentException("No constant: " + literal);
        };
    }

    private static List<@Nullable Object> items(ArrayValue array) {
        List<@Nullable Object> items = new ArrayList<>();
        array.getValues().forEach(item -> items.add(toJava(item)));
        return items;
    }

    private static Map<String, @Nullable Object> fields(ObjectValue object) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        object.getObjectFields().forEach(field -> fields.put(field.getName(), toJava(field.getValue())));
        return fields;
    }
}
