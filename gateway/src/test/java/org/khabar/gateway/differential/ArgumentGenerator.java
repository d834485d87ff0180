package org.khabar.gateway.differential;

import graphql.language.Argument;
import graphql.language.NullValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNonNull;
import java.util.ArrayList;
import java.util.List;

/** Makes arguments, such that root fields find something most of the time. */
final class ArgumentGenerator {
    private final Chance chance;
    private final World world;
    private final ValueGenerator values;

    ArgumentGenerator(Chance chance, World world, ValueGenerator values) {
        this.chance = chance;
        this.world = world;
        this.values = values;
    }

    List<Argument> arguments(String type, GraphQLFieldDefinition field) {
        List<Argument> arguments = new ArrayList<>();
        for (GraphQLArgument argument : field.getArguments()) {
            boolean mustBe = argument.getType() instanceof GraphQLNonNull && !argument.hasSetDefaultValue();
            if (mustBe || chance.percent(45)) {
                arguments.add(Argument.newArgument(argument.getName(), value(type, field, argument))
                        .build());
            }
        }
        return arguments;
    }

    private Value<?> value(String type, GraphQLFieldDefinition field, GraphQLArgument argument) {
        boolean isNullable = !(argument.getType() instanceof GraphQLNonNull);
        if (isNullable && chance.percent(10)) {
            return NullValue.of();
        }
        if (type.equals("Query")
                && chance.percent(85)
                && world.root(type).values().get(field.getName()) instanceof List<?> references) {
            return known(references, argument);
        }
        return values.value(argument.getType());
    }

    /** An argument by which one of the objects is found. */
    private Value<?> known(List<?> references, GraphQLArgument argument) {
        if (chance.pick(references) instanceof String reference
                && world.node(reference).values().get(argument.getName()) instanceof String text) {
            return values.value(argument.getType(), () -> StringValue.of(text));
        }
        return values.value(argument.getType());
    }
}
