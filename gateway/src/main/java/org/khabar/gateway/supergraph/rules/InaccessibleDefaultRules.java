package org.khabar.gateway.supergraph.rules;

import static org.khabar.gateway.supergraph.CompositionCode.DEFAULT_VALUE_USES_INACCESSIBLE;

import graphql.language.ArrayValue;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValue;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectValue;
import graphql.language.TypeDefinition;
import graphql.language.Value;
import java.util.List;
import java.util.stream.Stream;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.TypeRef;

/** A default that clients see is made of what they see. */
final class InaccessibleDefaultRules implements SupergraphRule {

    @Override
    public void check(MergedSchema merged, CompositionLog log) {
        for (TypeDefinition<?> type : new Visibility(merged).visibleTypes()) {
            switch (type) {
                case ImplementingTypeDefinition<?> fielded ->
                    MergedSchema.fields(fielded).stream()
                            .filter(field -> !Visibility.isHidden(field))
                            .forEach(field -> check(merged, type.getName(), field, log));
                case InputObjectTypeDefinition input ->
                    input.getInputValueDefinitions()
                            .forEach(field -> check(merged, input.getName() + "." + field.getName(), field, log));
                default -> {}
            }
        }
    }

    private static void check(MergedSchema merged, String type, FieldDefinition field, CompositionLog log) {
        field.getInputValueDefinitions()
                .forEach(argument ->
                        check(merged, type + "." + field.getName() + "(" + argument.getName() + ":)", argument, log));
    }

    private static void check(MergedSchema merged, String coordinate, InputValueDefinition value, CompositionLog log) {
        Value<?> defaultValue = value.getDefaultValue();
        if (defaultValue == null || Visibility.isHidden(value)) {
            return;
        }
        hiddenIn(merged, TypeRef.of(value.getType()).name(), defaultValue)
                .forEach(hidden -> log.error(
                        DEFAULT_VALUE_USES_INACCESSIBLE,
                        merged.subgraphsWith(subgraph -> subgraph.findType(coordinate.replaceAll("[.(].*", ""))
                                .isPresent()),
                        coordinate,
                        "The default of " + coordinate + " uses " + hidden + ", which is @inaccessible."));
    }

    /** Coordinates of hidden elements that a value of a type uses. */
    private static Stream<String> hiddenIn(MergedSchema merged, String type, Value<?> value) {
        return switch (value) {
            case ArrayValue list -> list.getValues().stream().flatMap(item -> hiddenIn(merged, type, item));
            case EnumValue name
            when merged.types().get(type) instanceof EnumTypeDefinition declared ->
                hiddenValues(declared).stream().filter(name.getName()::equals).map(hidden -> type + "." + hidden);
            case ObjectValue object
            when merged.types().get(type) instanceof InputObjectTypeDefinition input -> hiddenIn(merged, input, object);
            default -> Stream.empty();
        };
    }

    private static List<String> hiddenValues(EnumTypeDefinition declared) {
        return declared.getEnumValueDefinitions().stream()
                .filter(Visibility::isHidden)
                .map(EnumValueDefinition::getName)
                .toList();
    }

    private static Stream<String> hiddenIn(MergedSchema merged, InputObjectTypeDefinition input, ObjectValue object) {
        return object.getObjectFields().stream()
                .flatMap(given -> input.getInputValueDefinitions().stream()
                        .filter(field -> field.getName().equals(given.getName()))
                        .flatMap(field -> Visibility.isHidden(field)
                                ? Stream.of(input.getName() + "." + field.getName())
                                : hiddenIn(merged, TypeRef.of(field.getType()).name(), given.getValue())));
    }
}
