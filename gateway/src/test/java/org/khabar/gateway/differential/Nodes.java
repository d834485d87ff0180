package org.khabar.gateway.differential;

import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes nodes of raw values. */
final class Nodes {
    private Nodes() {}

    /**
     * The node that a raw value stands for.
     *
     * @param raw a reference, or an object of its own that belongs to its parent
     * @param type the type of the field, which is the object's type when it is no reference
     * @param identity identity of an object of its own
     */
    static Node of(World world, Object raw, GraphQLType type, String identity) {
        if (raw instanceof String reference) {
            return world.node(reference);
        }
        if (!(raw instanceof Map<?, ?> object)) {
            throw new IllegalArgumentException("No object: " + raw);
        }
        GraphQLNamedType named = GraphQLTypeUtil.unwrapAll(type);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        object.forEach((name, value) -> values.put(String.valueOf(name), value));
        return new Node(named.getName(), identity, values, null);
    }
}
