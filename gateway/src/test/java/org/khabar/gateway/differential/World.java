package org.khabar.gateway.differential;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The data behind all servers. A reference to an object is a string such as {@code Film:f1}. */
final class World {
    private static final TypeReference<Map<String, Map<String, @Nullable Object>>> BY_TYPE = new TypeReference<>() {};

    private final Map<String, Node> roots = new LinkedHashMap<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    private World() {}

    /** The world of {@code data.json}. */
    static World load() {
        World world = new World();
        Map<String, Map<String, @Nullable Object>> types = Resource.json("data.json", BY_TYPE);
        types.forEach(world::add);
        return world;
    }

    private void add(String type, Map<String, @Nullable Object> values) {
        if (type.equals("Query") || type.equals("Mutation")) {
            roots.put(type, new Node(type, type, values, null));
            return;
        }
        values.forEach((id, fields) -> nodes.put(type + ":" + id, entity(type, id, fields)));
    }

    private static Node entity(String type, String id, @Nullable Object fields) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", id);
        if (fields instanceof Map<?, ?> map) {
            map.forEach((name, value) -> values.put(String.valueOf(name), value));
        }
        return new Node(type, type + ":" + id, values, null);
    }

    /** The object that fields of a root type belong to. */
    Node root(String type) {
        return get(roots, type);
    }

    /** What a reference means. */
    Node node(String reference) {
        return get(nodes, reference);
    }

    /** All objects of one type. */
    List<Node> listNodes(String type) {
        return nodes.values().stream().filter(node -> node.type().equals(type)).toList();
    }

    /** The ids there are, of all types. */
    List<String> listIds() {
        List<String> ids = new ArrayList<>();
        nodes.values().forEach(node -> ids.add(String.valueOf(node.values().get("id"))));
        return ids;
    }

    private static Node get(Map<String, Node> from, String name) {
        Node node = from.get(name);
        if (node == null) {
            throw new NoSuchElementException("The world has no " + name);
        }
        return node;
    }
}
