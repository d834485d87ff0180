package org.khabar.gateway.differential;

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
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Makes input values. */
final class ValueGenerator {
    private static final int MAX_DEPTH = 3;
    private static final List<String> TEXTS = List.of("", "a b", "q\"uo\\te", "ضوء", "x\ny", "fog");

    private final Chance chance;
    private final VariablePool variables;
    private final List<String> ids;

    ValueGenerator(Chance chance, VariablePool variables, List<String> ids) {
        this.chance = chance;
        this.variables = variables;
        this.ids = ids;
    }

    /** A value for a place in the document: a literal, null, or a variable; also inside lists and objects. */
    Value<?> value(GraphQLInputType type) {
        return value(type, () -> literal(type, true, 0));
    }

    /** A value for a place, where literals come from elsewhere. */
    Value<?> value(GraphQLInputType type, Supplier<Value<?>> literals) {
        if (chance.percent(35)) {
            return variables.reference(TypeNodes.of(type), () -> literal(type, false, 0));
        }
        return literals.get();
    }

    /** A literal that is not null. */
    Value<?> literal(GraphQLInputType type, boolean withVariables, int depth) {
        return switch (GraphQLTypeUtil.unwrapNonNull(type)) {
            case GraphQLList list -> array((GraphQLInputType) list.getWrappedType(), withVariables, depth);
            case GraphQLInputObjectType object -> object(object, withVariables, depth);
            case GraphQLEnumType choice ->
                EnumValue.of(chance.<GraphQLEnumValueDefinition>pick(choice.getValues())
                        .getName());
            case GraphQLScalarType scalar -> scalar(scalar.getName());
            default -> throw new IllegalArgumentException("No input type: " + type);
        };
    }

    private Value<?> nested(GraphQLInputType type, boolean withVariables, int depth) {
        if (!(type instanceof GraphQLNonNull) && chance.percent(10)) {
            return NullValue.of();
        }
        return withVariables && chance.percent(20)
                ? variables.reference(TypeNodes.of(type), () -> literal(type, false, depth))
                : literal(type, withVariables, depth);
    }

    private Value<?> array(GraphQLInputType itemType, boolean withVariables, int depth) {
        if (chance.percent(15)) {
            return literal(itemType, withVariables, depth + 1);
        }
        List<Value> items = new ArrayList<>();
        for (int count = chance.below(3); count > 0; count--) {
            items.add(nested(itemType, withVariables, depth + 1));
        }
        return ArrayValue.newArrayValue().values(items).build();
    }

    private Value<?> object(GraphQLInputObjectType type, boolean withVariables, int depth) {
        ObjectValue.Builder object = ObjectValue.newObjectValue();
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            boolean isDeep = GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLInputObjectType;
            boolean mustBe = field.getType() instanceof GraphQLNonNull && !field.hasSetDefaultValue();
            boolean mayBe = chance.percent(40) && !(isDeep && depth >= MAX_DEPTH);
            if (mustBe || mayBe) {
                Value<?> value = nested(field.getType(), withVariables, depth + 1);
                object.objectField(ObjectField.newObjectField()
                        .name(field.getName())
                        .value(value)
                        .build());
            }
        }
        return object.build();
    }

    private Value<?> scalar(String name) {
        return switch (name) {
            case "Int" -> IntValue.of(chance.below(5));
            case "Float" -> FloatValue.of(chance.below(8) / 2.0);
            case "Boolean" -> BooleanValue.of(chance.percent(50));
            case "ID" -> StringValue.of(chance.pick(ids));
            default -> StringValue.of(chance.pick(TEXTS));
        };
    }
}
