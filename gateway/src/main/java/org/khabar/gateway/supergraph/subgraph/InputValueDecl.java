package org.khabar.gateway.supergraph.subgraph;

import graphql.language.Description;
import graphql.language.Value;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.TypeRef;
import org.khabar.gateway.supergraph.link.Annotations;

/**
 * An argument, or a field of an input object, as a subgraph declares it.
 *
 * @param name its name
 * @param type its type
 * @param defaultValue its default; null when it has none
 * @param annotations the directives on it
 * @param description what the subgraph says of it; null when nothing
 */
public record InputValueDecl(
        String name,
        TypeRef type,
        @Nullable Value<?> defaultValue,
        Annotations annotations,
        @Nullable Description description) {

    /** Whether a caller must give it. */
    public boolean isRequired() {
        return type.isNonNull() && defaultValue == null;
    }
}
