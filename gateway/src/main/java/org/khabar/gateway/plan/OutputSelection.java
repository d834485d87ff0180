package org.khabar.gateway.plan;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonKey;
import org.khabar.gateway.supergraph.TypeRef;

/**
 * How an object is written for the client: by its type, the fields in the client's order.
 *
 * @param type the object's type where there is only one; null when the object itself tells
 * @param byType the fields by object type
 * @param untyped the fields of objects of which only the interface is known; null when their types always are
 * @param parts what comes later of an object
 */
public record OutputSelection(
        @Nullable String type,
        Map<String, List<OutputField>> byType,
        @Nullable List<OutputField> untyped,
        List<Deferral.Part> parts) {
    public OutputSelection {
        byType = Map.copyOf(byType);
        parts = List.copyOf(parts);
    }

    /** A selection of which nothing comes later. */
    public OutputSelection(
            @Nullable String type, Map<String, List<OutputField>> byType, @Nullable List<OutputField> untyped) {
        this(type, byType, untyped, List.of());
    }

    /** Whether nothing is ever written, nor comes later. */
    boolean isEmpty() {
        return parts.isEmpty()
                && (untyped == null || untyped.isEmpty())
                && byType.values().stream().allMatch(List::isEmpty);
    }

    /** The fields of objects of a type; null for a type that clients cannot see. */
    public @Nullable List<OutputField> find(@Nullable String runtimeType) {
        String found = type == null ? runtimeType : type;
        return found == null ? untyped : byType.get(found);
    }

    /** The fields of objects of whatever type, where their types make no difference; null where they do. */
    public @Nullable List<OutputField> uniform() {
        return type == null ? untyped : byType.get(type);
    }

    /**
     * A field of the answer.
     *
     * @param key its response key
     * @param coordinate type and field, such as {@code Book.title}
     * @param condition when it is there at all
     * @param unless when it is there already, further up; the client may select a key twice under conditions
     * @param kind what its value is
     * @param index where its value is kept, among the leaves or the children; negative when nothing brings it
     * @param type its type as the client sees it
     * @param selection how the objects in its value are written; null for a leaf
     * @param leaf what a leaf's values look like; {@link LeafForm#ANY} for objects
     * @param enumValues the values of an enum; {@link EnumValues#NONE} for others
     * @param shown whether it may have come before with other fields of its objects, and must not be null now
     * @param stream how its items come; null when all at once
     */
    public record OutputField(
            JsonKey key,
            String coordinate,
            Condition condition,
            Condition unless,
            Kind kind,
            int index,
            TypeRef type,
            @Nullable OutputSelection selection,
            LeafForm leaf,
            EnumValues enumValues,
            boolean shown,
            @Nullable StreamedList stream) {

        /** A field that comes at once. */
        public OutputField(
                JsonKey key,
                String coordinate,
                Condition condition,
                Condition unless,
                Kind kind,
                int index,
                TypeRef type,
                @Nullable OutputSelection selection,
                LeafForm leaf,
                EnumValues enumValues) {
            this(key, coordinate, condition, unless, kind, index, type, selection, leaf, enumValues, false, null);
        }

        /**
         * Whether it is written here.
         *
         * @param variables tells whether a Boolean variable is true
         */
        public boolean isWanted(Predicate<String> variables) {
            return condition.holds(variables) && !unless.holds(variables);
        }

        OutputField shownBefore() {
            return new OutputField(
                    key, coordinate, condition, unless, kind, index, type, selection, leaf, enumValues, true, stream);
        }

        OutputField when(Condition itself, Condition earlier) {
            return new OutputField(
                    key, coordinate, itself, earlier, kind, index, type, selection, leaf, enumValues, shown, stream);
        }
    }

    /** What a field's value is. */
    public enum Kind {
        /** The object's type. */
        TYPENAME,
        /** A scalar, an enum, or lists of them. */
        LEAF,
        /** An object, or lists of objects. */
        OBJECT,
        /** Null: it may be seen by those only who are logged in, and nobody is. */
        UNAUTHENTICATED,
        /** Null: the caller may not see it. */
        FORBIDDEN
    }
}
