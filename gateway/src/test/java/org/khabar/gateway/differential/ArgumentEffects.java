package org.khabar.gateway.differential;

import graphql.schema.GraphQLList;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What arguments do to a value, by what the value is: a list is filtered, sorted and cut; one object is picked from a
 * list by its fields; an object's fields are replaced; a text has the arguments written behind it.
 */
final class ArgumentEffects {
    private final World world;

    ArgumentEffects(World world) {
        this.world = world;
    }

    @Nullable
    Object apply(@Nullable Object raw, GraphQLOutputType type, Map<String, @Nullable Object> arguments) {
        boolean wantsList = GraphQLTypeUtil.unwrapNonNull(type) instanceof GraphQLList;
        boolean isPicked = raw instanceof List && !wantsList && !isLeaf(type);
        if (raw == null || (arguments.isEmpty() && !isPicked)) {
            return raw;
        }
        return switch (raw) {
            case List<?> list when wantsList -> cut(list, arguments);
            case List<?> list when isPicked -> pick(list, arguments);
            case Map<?, ?> map -> replace(map, arguments);
            case String text
            when GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(type)) -> text + " " + CanonicalText.of(arguments);
            default -> raw;
        };
    }

    private static boolean isLeaf(GraphQLOutputType type) {
        return GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(type));
    }

    private @Nullable Object pick(List<?> references, Map<String, @Nullable Object> arguments) {
        return references.stream()
                .filter(reference -> matches(reference, arguments))
                .findFirst()
                .orElse(null);
    }

    private List<?> cut(List<?> items, Map<String, @Nullable Object> arguments) {
        Stream<?> kept = items.stream().filter(item -> matches(item, arguments));
        if (arguments.get("order") instanceof String order) {
            kept = kept.sorted(Comparator.comparing(item -> sortKey(item, order)));
        }
        if (arguments.get("first") instanceof Integer first) {
            kept = kept.limit(Math.max(0, first));
        }
        return kept.toList();
    }

    private String sortKey(@Nullable Object item, String order) {
        return item instanceof String reference
                ? CanonicalText.of(world.node(reference).values().get(order.toLowerCase(Locale.ROOT)))
                : "";
    }

    private boolean matches(@Nullable Object item, Map<?, ?> filter) {
        if (!(item instanceof String reference)) {
            return true;
        }
        Node node = world.node(reference);
        return filter.entrySet().stream().allMatch(wish -> meets(node, String.valueOf(wish.getKey()), wish.getValue()));
    }

    private boolean meets(Node node, String name, @Nullable Object wanted) {
        return switch (wanted) {
            case null -> true;
            case Map<?, ?> nested -> matches(node.identity(), nested);
            case List<?> oneOf -> oneOf.isEmpty() || oneOf.contains(field(node, name.substring(0, name.length() - 1)));
            default -> !node.values().containsKey(name) || Objects.equals(field(node, name), wanted);
        };
    }

    /** The field's value; for a reference, the id. */
    private static @Nullable Object field(Node node, String name) {
        Object value = node.values().get(name);
        return value instanceof String text ? text.substring(text.indexOf(':') + 1) : value;
    }

    private static Map<String, @Nullable Object> replace(Map<?, ?> object, Map<String, @Nullable Object> arguments) {
        Map<String, @Nullable Object> replaced = new LinkedHashMap<>();
        object.forEach((name, value) -> {
            String key = String.valueOf(name);
            replaced.put(key, arguments.get(key) == null ? value : arguments.get(key));
        });
        return replaced;
    }
}
