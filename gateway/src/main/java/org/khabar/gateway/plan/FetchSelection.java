package org.khabar.gateway.plan;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a fetch selects at one place, while the fetch graph is built. */
final class FetchSelection {
    /** What the subgraph calls the type. */
    final String type;

    final DataPath data;
    /** By data key. */
    final Map<String, Entry> fields = new LinkedHashMap<>();
    /** By the type in the subgraph. */
    final Map<String, FetchSelection> fragments = new LinkedHashMap<>();

    FetchSelection(String type, DataPath data) {
        this.type = type;
        this.data = data;
    }

    FetchSelection fragment(String onType) {
        return onType.equals(type) ? this : fragments.computeIfAbsent(onType, name -> new FetchSelection(name, data));
    }

    /** Puts the fields in the order in which the client asked for them, which is the order that a mutation runs in. */
    void sort(Collection<String> keys) {
        Map<String, Entry> unsorted = new LinkedHashMap<>(fields);
        fields.clear();
        keys.forEach(key -> {
            Entry entry = unsorted.get(key);
            if (entry != null) {
                fields.put(key, entry);
            }
        });
        unsorted.forEach(fields::putIfAbsent);
    }

    /** How many fields are selected here and below. */
    int size() {
        int size = fields.size();
        for (Entry entry : fields.values()) {
            FetchSelection below = entry.selection;
            size += below == null ? 0 : below.size();
        }
        return size + fragments.values().stream().mapToInt(FetchSelection::size).sum();
    }

    /**
     * A selected field.
     *
     * @param field the field
     * @param selection what is selected under it; null for a leaf
     * @param taken arguments that are filled from contexts
     */
    record Entry(PlanField field, @Nullable FetchSelection selection, List<Taken> taken) {
        Entry {
            taken = List.copyOf(taken);
        }
    }

    /**
     * An argument that is filled from a context.
     *
     * @param name its name
     * @param variable the variable that carries the value
     */
    record Taken(String name, String variable) {}
}
