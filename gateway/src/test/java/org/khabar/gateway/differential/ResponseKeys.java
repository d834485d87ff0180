package org.khabar.gateway.differential;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Hands out response keys so that fields can always be merged: within one operation, a key stands for values of one
 * type, and for one field with the same arguments; only two object types may use one key for different fields.
 */
final class ResponseKeys {
    private static final List<String> ALIASES =
            List.of("a", "b", "c", "id", "name", "title", "year", "code", "number", "work", "__typename_", "_0");

    private final Chance chance;
    private final Domain domain;
    private final Map<String, Binding> bindings = new HashMap<>();
    private int fresh;

    ResponseKeys(Chance chance, Domain domain) {
        this.chance = chance;
        this.domain = domain;
    }

    /** The key for a field of a type. */
    String key(String type, GraphQLFieldDefinition field, List<Argument> arguments) {
        String call = field.getName()
                + arguments.stream().map(AstPrinter::printAst).sorted().collect(Collectors.joining(","));
        String valueType = GraphQLTypeUtil.simplePrint(field.getType());
        for (String candidate : candidates(field.getName())) {
            Binding binding = bindings.computeIfAbsent(candidate, _ -> new Binding(valueType, new HashMap<>()));
            if (binding.take(type, call, valueType)) {
                return candidate;
            }
        }
        String key = "k" + ++fresh;
        bindings.put(key, new Binding(valueType, new HashMap<>(Map.of(type, call))));
        return key;
    }

    private List<String> candidates(String name) {
        List<String> candidates = new ArrayList<>();
        if (chance.percent(70)) {
            candidates.add(name);
        }
        candidates.add(chance.pick(ALIASES));
        candidates.add(chance.pick(ALIASES));
        candidates.add(name);
        return candidates;
    }

    /** What a key stands for, by type. */
    private final class Binding {
        private final String valueType;
        private final Map<String, String> calls;

        Binding(String valueType, Map<String, String> calls) {
            this.valueType = valueType;
            this.calls = calls;
        }

        boolean take(String type, String call, String wantedType) {
            boolean free = valueType.equals(wantedType)
                    && calls.entrySet().stream()
                            .allMatch(other -> other.getValue().equals(call) || !overlap(other.getKey(), type));
            if (free) {
                calls.put(type, call);
            }
            return free;
        }

        /** Only of two object types it is sure that no object has both. */
        private boolean overlap(String one, String other) {
            return one.equals(other) || !isObject(one) || !isObject(other);
        }

        private boolean isObject(String type) {
            return domain.schema().getType(type) instanceof GraphQLObjectType;
        }
    }
}
