package org.khabar.gateway.supergraph.merge;

import graphql.language.DirectiveDefinition;
import java.util.List;

/** Directives that clients may write into operations: those that every subgraph defines. */
final class ExecutableDirectives {
    private ExecutableDirectives() {}

    static List<DirectiveDefinition> common(MergeContext context) {
        return List.of();
    }
}
