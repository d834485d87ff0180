package org.khabar.gateway.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in the answer as it is put together, whatever the types there. It hands out data keys: one for each field
 * with its arguments, so that what different fetches and types bring never collides.
 */
final class DataPath {
    private static final String TYPENAME = "__typename";

    private final @Nullable DataPath parent;
    private final String dataKey;
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Map<Content, Slot> byContent = new HashMap<>();
    private final Map<String, List<FetchGroup>> entityGroups = new HashMap<>();
    private boolean unshared;
    private int leafCount;
    private int childCount;

    private DataPath(@Nullable DataPath parent, String dataKey) {
        this.parent = parent;
        this.dataKey = dataKey;
        slots.put(TYPENAME, new Slot(TYPENAME, -1, null));
    }

    /** The slot of {@code __typename}; its value is kept as the object's type and has no index. */
    Slot typename() {
        return Objects.requireNonNull(slots.get(TYPENAME));
    }

    static DataPath root() {
        return new DataPath(null, "");
    }

    /**
     * The slot of a field: the one it has, else a new one under the wished key or a free key made from it.
     *
     * @param identity field name and arguments
     * @param shape what the subgraphs' types of the field have in common with no other shape
     * @param composite whether its value has fields of its own
     */
    Slot slot(String wishedKey, String identity, String shape, boolean composite) {
        return byContent.computeIfAbsent(
                new Content(identity, shape, composite), content -> newSlot(wishedKey, content));
    }

    private Slot newSlot(String wishedKey, Content content) {
        String key = wishedKey;
        for (int i = 0; slots.containsKey(key); i++) {
            key = "_" + i + "_" + wishedKey;
        }
        Slot slot = content.composite() ? new Slot(key, childCount++, child(key)) : new Slot(key, leafCount++, null);
        slots.put(key, slot);
        return slot;
    }

    /** The data keys in the order in which they were handed out. */
    Set<String> keys() {
        return slots.keySet();
    }

    private DataPath child(String key) {
        return new DataPath(this, key);
    }

    /** The entity fetches that bring fields to this place, by subgraph. */
    List<FetchGroup> entityGroups(String subgraph) {
        return entityGroups.computeIfAbsent(subgraph, _ -> new ArrayList<>());
    }

    /** Notes that what is fetched below an object here depends on what is above it. */
    void unshare() {
        unshared = true;
    }

    /** Whether objects here must each be their own, even when they are the same entity. */
    boolean isUnshared() {
        return unshared;
    }

    /** How many leaf values an object here can hold. */
    int leafCount() {
        return leafCount;
    }

    /** How many objects and lists an object here can hold. */
    int childCount() {
        return childCount;
    }

    /** What people call the place. */
    String name() {
        return parent == null ? "the root" : '"' + toString() + '"';
    }

    @Override
    public String toString() {
        return parent == null ? dataKey : parent.parent == null ? dataKey : parent + "." + dataKey;
    }

    /**
     * Where a field's value is kept.
     *
     * @param key its data key
     * @param index among the leaves or among the children of the place
     * @param path the place of its own fields; null for a leaf
     */
    record Slot(String key, int index, @Nullable DataPath path) {}

    /** What tells slots apart; see {@link #slot}. */
    private record Content(String identity, String shape, boolean composite) {}
}
