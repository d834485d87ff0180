package org.khabar.gateway.plan;

import graphql.language.SelectionSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place of the answer under certain type conditions: where objects or lists of objects of one declared type are. */
final class PathNode {
    final DataPath data;
    final String type;
    final @Nullable PlanField parent;
    /** The subgraphs that can bring this place by the parent field, with what they then provide beyond their own. */
    final Map<String, Producer> producers;
    /** The object types that can be here, whichever producer is asked. */
    final Set<String> possibleTypes;

    /** When a fetch was last opened for this place; see {@link RouteFinder}. */
    long opened;

    /** How the client's fields here are fetched; several ways for one when it is fetched type by type. */
    final Map<ClientField, List<PlanField>> planned = new IdentityHashMap<>();

    private final Map<String, TypeView> views = new LinkedHashMap<>();

    PathNode(
            DataPath data,
            String type,
            @Nullable PlanField parent,
            Map<String, Producer> producers,
            Set<String> possibleTypes) {
        this.data = data;
        this.type = type;
        this.parent = parent;
        this.producers = producers;
        this.possibleTypes = possibleTypes;
    }

    /** When a fetch was last opened here or above. */
    long lastOpened() {
        long last = opened;
        for (PlanField field = parent; field != null; field = field.view.node.parent) {
            last = Math.max(last, field.view.node.opened);
        }
        return last;
    }

    TypeView base() {
        return view(type);
    }

    boolean isRoot() {
        return parent == null;
    }

    TypeView view(String onType) {
        return views.computeIfAbsent(onType, name -> new TypeView(this, name));
    }

    /**
     * How a subgraph brings the place.
     *
     * @param type the type that it declares there
     * @param provides what it then resolves beyond what it always resolves
     */
    record Producer(String type, List<SelectionSet> provides) {
        Producer {
            provides = List.copyOf(provides);
        }
    }
}
