package org.khabar.gateway.differential;

import graphql.language.Field;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds what representations stand for, by the keys that a subgraph declares. */
final class EntityFinder {
    private final Domain domain;
    private final World world;
    private final SubgraphDirectives directives;

    EntityFinder(Domain domain, World world, SubgraphDirectives directives) {
        this.domain = domain;
        this.world = world;
        this.directives = directives;
    }

    List<@Nullable Node> find(List<Map<String, @Nullable Object>> representations) {
        List<@Nullable Node> found = new ArrayList<>();
        for (Map<String, @Nullable Object> representation : representations) {
            found.add(find(representation));
        }
        return found;
    }

    private @Nullable Node find(Map<String, @Nullable Object> representation) {
        String type = String.valueOf(representation.get("__typename"));
        SelectionSet key = key(type, representation);
        return domain.possibleTypes(type).stream()
                .flatMap(objectType -> world.listNodes(objectType).stream())
                .filter(node -> isMeant(node, key, representation))
                .findFirst()
                .map(node -> node.representedBy(representation))
                .orElse(null);
    }

    private SelectionSet key(String type, Map<String, @Nullable Object> representation) {
        return directives.keys().getOrDefault(type, List.of()).stream()
                .filter(key -> hasAll(representation, key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No key of this subgraph in " + representation));
    }

    private static boolean hasAll(Map<?, ?> representation, SelectionSet key) {
        return FieldSets.listFields(key).stream().allMatch(field -> has(representation.get(field.getName()), field));
    }

    private static boolean has(@Nullable Object value, Field field) {
        SelectionSet nested = field.getSelectionSet();
        return value != null && (nested == null || (value instanceof Map<?, ?> map && hasAll(map, nested)));
    }

    private boolean isMeant(Node node, SelectionSet key, Map<?, ?> representation) {
        return FieldSets.listFields(key).stream()
                .allMatch(field -> isSame(node.values().get(field.getName()), field, representation));
    }

    private boolean isSame(@Nullable Object own, Field field, Map<?, ?> representation) {
        @Nullable Object sent = representation.get(field.getName());
        SelectionSet nested = field.getSelectionSet();
        if (nested == null) {
            return Objects.equals(own, sent);
        }
        return own instanceof String reference
                && sent instanceof Map<?, ?> map
                && isMeant(world.node(reference), nested, map);
    }
}
