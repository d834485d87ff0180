package org.khabar.gateway.supergraph.satisfiability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.EntityKey;
import org.khabar.gateway.supergraph.FieldedType;
import org.khabar.gateway.supergraph.InterfaceType;
import org.khabar.gateway.supergraph.ObjectType;
import org.khabar.gateway.supergraph.Supergraph;
import org.khabar.gateway.supergraph.TypeSource;

/**
 * Widens positions by the keys that can be filled from them.
 *
 * <p>A key may be filled from several subgraphs together, so the positions grow until nothing is added any more.
 */
final class Reach {
    private final Supergraph supergraph;
    private final Resolution resolution;
    private final Map<State, Set<Position>> known = new HashMap<>();
    private final Set<State> open = new HashSet<>();
    private int cuts;

    Reach(Supergraph supergraph, LabelChoice labels) {
        this.supergraph = supergraph;
        this.resolution = new Resolution(supergraph, this, labels);
    }

    Resolution resolution() {
        return resolution;
    }

    /** All positions that can be had from some at an object type. */
    Set<Position> from(String type, Set<Position> positions) {
        State state = new State(type, positions);
        Set<Position> reached = known.get(state);
        if (reached != null) {
            return reached;
        }
        if (!open.add(state)) {
            // Filling a key led back here: what it needs cannot be had by itself
            cuts++;
            return positions;
        }
        int before = cuts;
        Set<Position> all = isRoot(type) ? rootPositions(type) : widen(type, positions);
        open.remove(state);
        if (cuts == before || open.isEmpty()) {
            known.put(state, all);
        }
        return all;
    }

    private boolean isRoot(String type) {
        return supergraph.roots().containsValue(type);
    }

    /** Every subgraph can be entered by its root types from anywhere. */
    private Set<Position> rootPositions(String type) {
        Set<Position> positions = new LinkedHashSet<>();
        supergraph.getType(type).subgraphs().forEach(subgraph -> positions.add(Position.byKey(subgraph, type)));
        return positions;
    }

    private Set<Position> widen(String type, Set<Position> positions) {
        Set<Position> reached = new LinkedHashSet<>(positions);
        List<Entry> entries = entries(type);
        boolean grown = true;
        while (grown) {
            entries.removeIf(entry -> reached.contains(entry.position()));
            grown = entries.stream()
                    .filter(entry -> canEnter(type, entry, reached))
                    .findFirst()
                    .map(entry -> reached.add(entry.position()))
                    .orElse(false);
        }
        return reached;
    }

    private boolean canEnter(String type, Entry entry, Set<Position> reached) {
        return reached.stream().anyMatch(entry::isOpenTo)
                && resolution.canResolve(type, reached, entry.key().fields());
    }

    /** Whether the subgraph of a position can be entered again from others, as it must be to send what a field requires. */
    boolean canReenter(String type, Position position, Set<Position> reached) {
        return entries(type).stream()
                .filter(entry -> entry.position().subgraph().equals(position.subgraph())
                        && entry.position().type().equals(position.type()))
                .anyMatch(entry ->
                        resolution.canResolve(type, reached, entry.key().fields()));
    }

    /**
     * The ways into subgraphs for an object of a type: by the type's own keys, by those of an interface that a subgraph knows
     * as an object, and by those of an interface for objects that came from such a subgraph.
     */
    private List<Entry> entries(String type) {
        List<Entry> entries = new ArrayList<>();
        if (!(supergraph.types().get(type) instanceof ObjectType object)) {
            return entries;
        }
        object.sources()
                .values()
                .forEach(source -> source.resolvableKeys()
                        .forEach(key -> entries.add(new Entry(Position.byKey(source.subgraph(), type), key, type))));
        for (String iface : object.interfaces()) {
            if (supergraph.types().get(iface) instanceof InterfaceType declared) {
                addInterfaceEntries(object, declared, entries);
            }
        }
        return entries;
    }

    private static void addInterfaceEntries(ObjectType object, InterfaceType iface, List<Entry> entries) {
        for (TypeSource source : iface.sources().values()) {
            for (EntityKey key : source.resolvableKeys()) {
                if (source.interfaceObject()) {
                    entries.add(new Entry(Position.byKey(source.subgraph(), iface.name()), key, null));
                } else if (iface.implementations()
                        .getOrDefault(source.subgraph(), Set.of())
                        .contains(object.name())) {
                    entries.add(new Entry(Position.byKey(source.subgraph(), object.name()), key, iface.name()));
                }
            }
        }
    }

    /** Whether any position knows the object's own type, and not only an interface of it. */
    boolean knowsType(String type, Set<Position> positions) {
        return positions.stream().anyMatch(position -> position.type().equals(type));
    }

    /** The type of a position, which is an object or an interface known as one. */
    FieldedType typeOf(Position position) {
        return supergraph.findFieldedType(position.type()).orElseThrow();
    }

    /**
     * A way into a subgraph.
     *
     * @param position where it leads
     * @param key what it takes
     * @param from the type that a representation must name; null for any
     */
    private record Entry(
            Position position, EntityKey key, @Nullable String from) {
        boolean isOpenTo(Position origin) {
            return from == null || origin.type().equals(from);
        }
    }
}
