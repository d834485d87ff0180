package org.khabar.gateway.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.FetchGroup.RepresentedField;
import org.khabar.gateway.supergraph.ContextArgument;

/**
 * Where the value of a contextual argument comes from.
 *
 * @param argument the argument
 * @param from the objects above the field that set the context
 * @param fields what is selected there
 */
record ContextSource(ContextArgument argument, TypeView from, List<RepresentedField> fields) {
    ContextSource {
        fields = List.copyOf(fields);
    }

    boolean yieldsSameAs(ContextSource other) {
        return from.node == other.from.node
                && argument.type().equals(other.argument.type())
                && fields.equals(other.fields);
    }

    /** Whether the value is known for each object that enters a subgraph at a place. */
    boolean isAtOrAbove(PathNode place) {
        for (PathNode node = place; node != null; node = above(node)) {
            if (node == from.node) {
                return true;
            }
        }
        return false;
    }

    /** Keeps objects between here and a place apart: what is fetched below them depends on what they are below. */
    void unshare(PathNode place) {
        PathNode node = place;
        while (node != null && node != from.node) {
            node = above(node);
            if (node != null) {
                node.data.unshare();
            }
        }
    }

    /** How many fields lead from the root to the objects. */
    int depth() {
        int depth = 0;
        for (PathNode node = above(from.node); node != null; node = above(node)) {
            depth++;
        }
        return depth;
    }

    static @Nullable PathNode above(PathNode node) {
        PlanField parent = node.parent;
        return parent == null ? null : parent.view.node;
    }
}
