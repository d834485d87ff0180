package org.khabar.gateway.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How representations are made from the objects on a flatten path.
 *
 * @param byType by the object's type
 * @param other for objects of any other type; null when those are left out
 */
public record RepresentationPlan(
        Map<String, Spec> byType, @Nullable Spec other) {
    /** Nothing is sent. */
    public static final RepresentationPlan NONE = new RepresentationPlan(Map.of(), null);

    public RepresentationPlan {
        byType = Map.copyOf(byType);
    }

    /** Whether nothing is sent. */
    public boolean isEmpty() {
        return byType.isEmpty() && other == null;
    }

    /** What to send for an object; null for nothing. */
    public @Nullable Spec find(@Nullable String type) {
        Spec own = type == null ? null : byType.get(type);
        return own == null ? other : own;
    }

    /**
     * What to send for objects of one type.
     *
     * @param typename what the subgraph calls the type
     * @param fields the fields
     */
    public record Spec(String typename, List<Part> fields) {
        public Spec {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A field of a representation.
     *
     * @param name its name
     * @param types the types of object that have it; empty for all
     * @param key whether an object without a value for it has no identity and is left out
     * @param index where its value is kept, among the leaves or the children; negative for {@code __typename}
     * @param parts what is sent of its value; empty for a leaf
     */
    public record Part(String name, Set<String> types, boolean key, int index, List<Part> parts) {
        public Part {
            types = Set.copyOf(types);
            parts = List.copyOf(parts);
        }
    }
}
