package org.khabar.gateway.plan;

import graphql.language.ArrayValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.InputType;
import org.khabar.gateway.supergraph.Supergraph;
import org.khabar.gateway.supergraph.Traits;
import org.khabar.gateway.supergraph.TypeRef;

/**
 * What a value given by the client costs: an input object 1 and whatever is in it, others nothing, unless {@code @cost}
 * says otherwise.
 *
 * @param supergraph the schema
 * @param type the name of the value's type, lists taken off
 * @param weight what {@code @cost} says; null when nothing
 */
record InputCost(
        Supergraph supergraph, String type, @Nullable Integer weight) {

    static InputCost of(Supergraph supergraph, TypeRef type, Traits traits) {
        Integer own = traits.cost();
        Integer weight = own != null
                ? own
                : supergraph
                        .findType(type.name())
                        .map(found -> found.traits().cost())
                        .orElse(null);
        return new InputCost(supergraph, type.name(), weight);
    }

    /** Whether no value costs anything. */
    boolean isFree() {
        return weight == null && !(supergraph.types().get(type) instanceof InputType);
    }

    double of(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case List<?> list -> list.stream().mapToDouble(this::of).sum();
            case Map<?, ?> map ->
                object()
                        + map.entrySet().stream()
                                .mapToDouble(entry -> field(String.valueOf(entry.getKey()), entry.getValue()))
                                .sum();
            default -> leaf();
        };
    }

    double literal(@Nullable Value<?> value) {
        return switch (value) {
            case null -> 0;
            case NullValue _ -> 0;
            case ArrayValue list ->
                list.getValues().stream().mapToDouble(this::literal).sum();
            case ObjectValue object ->
                object()
                        + object.getObjectFields().stream()
                                .mapToDouble(this::literalField)
                                .sum();
            default -> leaf();
        };
    }

    private double literalField(ObjectField field) {
        InputCost cost = field(field.getName());
        return cost == null ? 0 : cost.literal(field.getValue());
    }

    private double field(String name, @Nullable Object value) {
        InputCost cost = field(name);
        return cost == null ? 0 : cost.of(value);
    }

    private @Nullable InputCost field(String name) {
        InputType.Field field = supergraph.types().get(type) instanceof InputType input
                ? input.fields().get(name)
                : null;
        return field == null ? null : of(supergraph, field.type(), field.traits());
    }

    private double object() {
        return weight == null ? (supergraph.types().get(type) instanceof InputType ? 1 : 0) : weight;
    }

    private double leaf() {
        return weight == null ? 0 : weight;
    }
}
