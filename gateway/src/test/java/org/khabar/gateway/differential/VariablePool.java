package org.khabar.gateway.differential;

import graphql.language.BooleanValue;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The variables of an operation that is being made. */
final class VariablePool {
    private static final Type<?> CONDITION =
            NonNullType.newNonNullType(TypeName.newTypeName("Boolean").build()).build();

    private final Chance chance;
    private final List<VariableDefinition> definitions = new ArrayList<>();
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    VariablePool(Chance chance) {
        this.chance = chance;
    }

    /** The definitions. */
    List<VariableDefinition> definitions() {
        return definitions;
    }

    /** The values that the client gives. */
    Map<String, @Nullable Object> values() {
        return values;
    }

    /** The condition of a {@code @skip} or {@code @include}. */
    VariableReference condition() {
        return reference(CONDITION, () -> BooleanValue.of(chance.percent(60)));
    }

    /**
     * A variable for a place where a value of a type goes, new or used before.
     *
     * @param literals makes values that are never null
     */
    VariableReference reference(Type<?> place, Supplier<Value<?>> literals) {
        Optional<VariableDefinition> known = definitions.stream()
                .filter(definition -> fits(definition, place))
                .findFirst();
        VariableDefinition definition = known.isPresent() && chance.percent(50) ? known.get() : define(place, literals);
        return VariableReference.of(definition.getName());
    }

    private static boolean fits(VariableDefinition definition, Type<?> place) {
        Type<?> type = definition.getType();
        return type.isEqualTo(place) && type.toString().equals(place.toString());
    }

    private VariableDefinition define(Type<?> place, Supplier<Value<?>> literals) {
        String name = "v" + (definitions.size() + 1);
        boolean hasDefault = chance.percent(40);
        boolean nonNull = place instanceof NonNullType;
        VariableDefinition.Builder definition =
                VariableDefinition.newVariableDefinition().name(name);
        if (hasDefault) {
            definition.defaultValue(literals.get());
        }
        definition.type(nonNull && hasDefault && chance.percent(50) ? ((NonNullType) place).getType() : place);
        if ((!hasDefault && nonNull) || chance.percent(60)) {
            values.put(name, Literals.toJava(literals.get()));
        } else if (!nonNull && chance.percent(40)) {
            values.put(name, null);
        }
        definitions.add(definition.build());
        return definitions.getLast();
    }
}
