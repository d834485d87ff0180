package org.khabar.gateway.supergraph;

import org.jspecify.annotations.Nullable;

/**
 * An argument of a field that every subgraph with the field knows.
 *
 * @param name its name
 * @param type its type
 * @param defaultValue the default as a GraphQL literal; null when it has none
 * @param traits marks on the argument
 */
public record SupergraphArgument(
        String name, TypeRef type, @Nullable String defaultValue, Traits traits) {}
