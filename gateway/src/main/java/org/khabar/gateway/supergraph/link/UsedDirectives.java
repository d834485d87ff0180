package org.khabar.gateway.supergraph.link;

import graphql.language.Directive;
import graphql.language.Node;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds which directives are applied anywhere in a piece of a document. */
public final class UsedDirectives {
    private UsedDirectives() {}

    /** Local names, without {@code @}, of the directives applied on the nodes and below them. */
    @SuppressWarnings("rawtypes") // the parser's own lists are raw
    public static Set<String> in(Collection<? extends Node> nodes) {
        Set<String> names = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>(nodes);
        while (!open.isEmpty()) {
            Node<?> node = open.pop();
            if (node instanceof Directive directive) {
                names.add(directive.getName());
            }
            for (Node child : node.getChildren()) {
                open.push(child);
            }
        }
        return names;
    }
}
