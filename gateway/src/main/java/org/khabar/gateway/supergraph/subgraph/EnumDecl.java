package org.khabar.gateway.supergraph.subgraph;

import graphql.language.Description;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.link.Annotations;

/**
 * An enum of a subgraph.
 *
 * @param name its name
 * @param values its values by name
 * @param header what every type has
 */
public record EnumDecl(String name, Map<String, Value> values, Header header) implements TypeDecl {
    public EnumDecl {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public TypeKind kind() {
        return TypeKind.ENUM;
    }

    /**
     * One value.
     *
     * @param name its name
     * @param annotations the directives on it
     * @param description what the subgraph says of it; null when nothing
     */
    public record Value(
            String name, Annotations annotations, @Nullable Description description) {}
}
