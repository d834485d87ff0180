package org.khabar.gateway.supergraph.merge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.khabar.gateway.supergraph.subgraph.FieldCoordinate;

/** Which fields moved away from which subgraphs. Filled by {@link OverrideMerge}. */
final class Overrides {
    private final Set<Place> gone = new HashSet<>();
    private final Set<Place> used = new HashSet<>();
    private final Map<Place, String> labels = new HashMap<>();

    private record Place(FieldCoordinate field, String subgraph) {}

    /** Nothing in the old subgraph needs the field: as if it had never had it. */
    void markGone(FieldCoordinate field, String subgraph) {
        gone.add(new Place(field, subgraph));
    }

    /** The old subgraph still names the field in a key, requires, provides or interface. */
    void markUsed(FieldCoordinate field, String subgraph) {
        used.add(new Place(field, subgraph));
    }

    /** The field moved only while the label's condition holds. */
    void markLabelled(FieldCoordinate field, String subgraph, String label) {
        labels.put(new Place(field, subgraph), label);
    }

    boolean isGone(FieldCoordinate field, String subgraph) {
        return gone.contains(new Place(field, subgraph));
    }

    boolean isUsed(FieldCoordinate field, String subgraph) {
        return used.contains(new Place(field, subgraph));
    }

    /** Whether the subgraph does not resolve the field, or not always, because it moved. */
    boolean isOverridden(FieldCoordinate field, String subgraph) {
        return isGone(field, subgraph)
                || isUsed(field, subgraph)
                || findLabel(field, subgraph).isPresent();
    }

    Optional<String> findLabel(FieldCoordinate field, String subgraph) {
        return Optional.ofNullable(labels.get(new Place(field, subgraph)));
    }
}
