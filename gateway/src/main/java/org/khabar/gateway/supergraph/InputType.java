package org.khabar.gateway.supergraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An input object type.
 *
 * @param name its name
 * @param fields the fields that every subgraph with the type knows, by name
 * @param subgraphs the subgraphs that define it
 * @param oneOf whether exactly one field must be given ({@code @oneOf})
 * @param traits marks on the type
 */
public record InputType(String name, Map<String, Field> fields, Set<String> subgraphs, boolean oneOf, Traits traits)
        implements SupergraphType {
    public InputType {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        subgraphs = Collections.unmodifiableSet(new LinkedHashSet<>(subgraphs));
    }

    /**
     * One input field.
     *
     * @param name its name
     * @param type its type
     * @param defaultValue the default as a GraphQL literal; null when it has none
     * @param traits marks on the field
     */
    public record Field(String name, TypeRef type, @Nullable String defaultValue, Traits traits) {}
}
