package org.khabar.gateway.differential;

import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of computed fields: a text of what they are made of, so that any wrong or missing part shows. */
final class Computation {
    private final Domain domain;
    private final World world;
    private final ArgumentEffects effects;

    Computation(Domain domain, World world) {
        this.domain = domain;
        this.world = world;
        this.effects = new ArgumentEffects(world);
    }

    /**
     * The text of a computed field.
     *
     * @param sent fields that must come from the object's representation
     */
    String compute(
            Node node, String field, Map<String, @Nullable Object> arguments, Set<String> sent, Weather weather) {
        SelectionSet parts = from(node, field);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Field part : FieldSets.listFields(parts)) {
            String name = part.getName();
            values.put(name, sent.contains(name) ? received(node, field, part) : read(node, part, weather));
        }
        return field + CanonicalText.of(values) + (arguments.isEmpty() ? "" : CanonicalText.of(arguments));
    }

    private SelectionSet from(Node node, String field) {
        SelectionSet parts = domain.computed().get(node.type() + "." + field);
        if (parts == null) {
            throw new IllegalStateException(node.type() + "." + field + " is not computed");
        }
        return parts;
    }

    private static @Nullable Object received(Node node, String field, Field part) {
        Map<String, @Nullable Object> representation = node.representation();
        if (representation == null || !representation.containsKey(part.getName())) {
            throw new IllegalStateException(
                    node.type() + "." + field + " was asked without the required " + part.getName());
        }
        return trimmed(representation.get(part.getName()), part.getSelectionSet());
    }

    /** Only what was selected: representations may hold more. */
    private static @Nullable Object trimmed(@Nullable Object value, @Nullable SelectionSet selections) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> trimmed(item, selections)).toList();
        }
        if (!(value instanceof Map<?, ?> map) || selections == null) {
            return value;
        }
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        for (Field part : FieldSets.listFields(selections)) {
            if (!map.containsKey(part.getName())) {
                throw new IllegalStateException("The representation lacks " + part.getName());
            }
            kept.put(part.getName(), trimmed(map.get(part.getName()), part.getSelectionSet()));
        }
        return kept;
    }

    private @Nullable Object read(Node node, Field part, Weather weather) {
        String name = part.getName();
        if (weather.of(node, name) == Fate.NULL) {
            return null;
        }
        if (domain.computed().containsKey(node.type() + "." + name)) {
            return compute(node, name, Map.of(), Set.of(), weather);
        }
        GraphQLFieldDefinition definition = definition(node, name);
        Object raw = effects.apply(node.values().get(name), definition.getType(), arguments(part));
        return nested(raw, node, part, weather);
    }

    private GraphQLFieldDefinition definition(Node node, String name) {
        GraphQLObjectType type = domain.schema().getObjectType(node.type());
        return type.getFieldDefinition(name);
    }

    private @Nullable Object nested(@Nullable Object raw, Node parent, Field part, Weather weather) {
        SelectionSet selections = part.getSelectionSet();
        if (raw == null || selections == null) {
            return raw;
        }
        Node node = Nodes.of(
                world, raw, definition(parent, part.getName()).getType(), parent.identity() + "." + part.getName());
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        FieldSets.listFields(selections).forEach(field -> values.put(field.getName(), read(node, field, weather)));
        return values;
    }

    private static Map<String, @Nullable Object> arguments(Field part) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        for (Argument argument : part.getArguments()) {
            arguments.put(argument.getName(), ((StringValue) argument.getValue()).getValue());
        }
        return arguments;
    }
}
