package org.khabar.gateway.supergraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * An enum.
 *
 * @param name its name
 * @param values its values by name, in schema order
 * @param subgraphs the subgraphs that define it
 * @param traits marks on the type
 */
public record EnumType(String name, Map<String, Value> values, Set<String> subgraphs, Traits traits)
        implements SupergraphType {
    public EnumType {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        subgraphs = Collections.unmodifiableSet(new LinkedHashSet<>(subgraphs));
    }

    /**
     * The value of that name.
     *
     * @throws NoSuchElementException when there is none
     */
    public Value getValue(String value) {
        Value found = values.get(value);
        if (found == null) {
            throw new NoSuchElementException("No value " + name + "." + value);
        }
        return found;
    }

    /**
     * One value.
     *
     * @param name its name
     * @param subgraphs the subgraphs that know it
     * @param traits marks on the value
     */
    public record Value(String name, Set<String> subgraphs, Traits traits) {
        public Value {
            subgraphs = Collections.unmodifiableSet(new LinkedHashSet<>(subgraphs));
        }
    }
}
