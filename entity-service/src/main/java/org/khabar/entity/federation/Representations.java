package org.khabar.entity.federation;

import graphql.GraphQLContext;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The representations of one request, brought into the form that resolvers are found by: the type's name and the fields
 * of its key, nothing else.
 *
 * @param usable those that a resolver can be asked for, in their order
 * @param places the place of each of them in the request
 * @param problems what is wrong with each of the others, by its place
 */
record Representations(List<Map<String, Object>> usable, List<Integer> places, Map<Integer, String> problems) {

    private static final String TYPE = "__typename";

    static Representations of(List<?> given, GraphQLSchema schema) {
        Representations representations =
                new Representations(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        for (int place = 0; place < given.size(); place++) {
            representations.add(place, given.get(place), schema);
        }
        return representations;
    }

    /** The answers in the places of the request; null where there was nothing to ask for. */
    List<@Nullable Object> inPlace(List<?> answers) {
        List<@Nullable Object> all = new ArrayList<>();
        for (int i = 0; i < places.size() + problems.size(); i++) {
            all.add(null);
        }
        for (int i = 0; i < places.size(); i++) {
            all.set(places.get(i), answers.get(i));
        }
        return all;
    }

    private void add(int place, @Nullable Object given, GraphQLSchema schema) {
        if (!(given instanceof Map<?, ?> fields) || !(fields.get(TYPE) instanceof String type)) {
            problems.put(place, "it has no __typename");
            return;
        }
        List<String> key = key(type, schema);
        if (key.isEmpty()) {
            problems.put(place, "there is no entity of type " + type + " here");
            return;
        }
        List<String> missing =
                key.stream().filter(field -> !isScalar(fields.get(field))).toList();
        if (!missing.isEmpty()) {
            problems.put(place, "its " + String.join(", ", missing) + " is missing or no scalar");
            return;
        }
        Map<String, Object> plain = new LinkedHashMap<>();
        Stream.concat(Stream.of(TYPE), key.stream())
                .forEach(field -> plain.put(field, String.valueOf(fields.get(field))));
        usable.add(plain);
        places.add(place);
    }

    /** An ID may be written as a text or as a number. */
    private static boolean isScalar(@Nullable Object value) {
        return value instanceof String || value instanceof Number;
    }

    /** The fields of the type's key; none when it is no entity. SmallRye gives types directives, not applied ones. */
    private static List<String> key(String type, GraphQLSchema schema) {
        if (!(schema.getType(type) instanceof GraphQLDirectiveContainer container)) {
            return List.of();
        }
        return container.getDirectives("key").stream()
                .limit(1)
                .map(key -> fieldSet(key.getArgument("fields")))
                .flatMap(fields -> Arrays.stream(fields.strip().split("\\s+", -1)))
                .toList();
    }

    /** The text of a field set, which only its scalar knows how to find in the directive's value. */
    private static String fieldSet(GraphQLArgument fields) {
        GraphQLScalarType scalar = (GraphQLScalarType) GraphQLTypeUtil.unwrapNonNull(fields.getType());
        Object value = Objects.requireNonNull(fields.getArgumentValue().getValue());
        return String.valueOf(scalar.getCoercing().serialize(value, GraphQLContext.getDefault(), Locale.ROOT));
    }
}
