package org.khabar.gateway.plan;

import java.util.List;
import java.util.Set;

/** Enters the client's fields into the tree and collects the leaves, which are what has to be found. */
final class LeafCollector {
    private final PlanTree tree;
    private final Types types;
    private final FetchGraphBuilder graph;
    private final List<PlanField> leaves;

    LeafCollector(PlanTree tree, Types types, FetchGraphBuilder graph, List<PlanField> leaves) {
        this.graph = graph;
        this.tree = tree;
        this.types = types;
        this.leaves = leaves;
    }

    /** Enters one field of a place. A type condition that no object there can meet is left out. */
    void add(PathNode node, ClientField field) {
        if (field.isTypename() || !mayBe(node, field.onType)) {
            return;
        }
        List<PlanField> planned = planned(node, field);
        if (planned.isEmpty()) {
            return;
        }
        node.planned.put(field, planned);
        if (planned.size() > 1) {
            graph.requireServed(node, planned);
        }
        for (PlanField one : planned) {
            one.alsoUnder(field.condition());
            one.alsoWith(field.directives());
            stream(one, field);
            PathNode child = one.child();
            if (child == null || field.selection == null) {
                one.alsoIn(field.layers());
                leaves.add(one);
            } else {
                addAll(child, field, field.selection);
            }
        }
    }

    /** None when the caller may not see it on any object that can be there. */
    private List<PlanField> planned(PathNode node, ClientField field) {
        if (!field.isRefused()) {
            return tree.fields(node.view(field.onType), Asked.by(field));
        }
        List<String> allowed = node.possibleTypes.stream()
                .filter(object -> types.contains(field.onType, object) && !field.isRefusedOn(object))
                .toList();
        return tree.fieldsOn(node, allowed, Asked.by(field));
    }

    private boolean mayBe(PathNode node, String type) {
        return type.equals(node.type) || node.possibleTypes.stream().anyMatch(object -> types.contains(type, object));
    }

    /** Only what comes first can be fetched in two parts. */
    private static void stream(PlanField planned, ClientField field) {
        StreamedList stream = field.layers().equals(Layer.FIRST) ? field.stream() : null;
        if (stream == null) {
            planned.keepWhole();
        } else {
            planned.streamAs(stream);
        }
    }

    private void addAll(PathNode node, ClientField parent, ClientSelection selection) {
        int before = leaves.size();
        boolean typed = types.isAbstract(node.type) && (!tree.isOpaque(node) || asksForType(node, selection));
        if (typed) {
            addTypename(node, parent);
        }
        selection.fields().forEach(field -> add(node, field));
        if (leaves.size() == before || !typed && isAllLater(parent.layers(), before)) {
            addTypename(node, parent);
        }
    }

    /** Whether nothing that was collected comes as early as the object; whether there is one must be known by then. */
    private boolean isAllLater(Set<Layer> layers, int from) {
        return layers.stream()
                .anyMatch(layer -> leaves.subList(from, leaves.size()).stream()
                        .noneMatch(leaf -> leaf.layers().stream().anyMatch(other -> other.covers(layer))));
    }

    /** Whether objects known by their interface alone are not enough. */
    private boolean asksForType(PathNode node, ClientSelection selection) {
        return selection.fields().stream()
                .anyMatch(field -> field.isTypename()
                        || field.isPartlyRefused()
                        || !field.onType.equals(node.type)
                        || !tree.isDirect(node.base(), field.name));
    }

    private void addTypename(PathNode node, ClientField parent) {
        PlanField typename = tree.typename(node.base());
        typename.alsoUnder(parent.condition());
        typename.alsoIn(parent.layers());
        leaves.add(typename);
    }
}
