package org.khabar.gateway.plan;

import graphql.language.Argument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.Reach.FieldRoute;
import org.khabar.gateway.supergraph.TypeRef;

/** A field to be fetched for objects of one type condition: the client's, or one that a key or requirement needs. */
final class PlanField {
    final TypeView view;
    final String name;
    final List<Argument> arguments;
    final TypeRef type;
    final DataPath.Slot slot;
    private final List<PlanField> carriers = new ArrayList<>();
    private final List<Position> placed = new ArrayList<>();
    private final List<PassedDirectives> directives = new ArrayList<>();
    private final Set<Layer> layers = new LinkedHashSet<>();
    private Condition condition = Condition.NEVER;
    private @Nullable PathNode child;
    private boolean isWhole;
    private @Nullable StreamedList stream;

    PlanField(TypeView view, String name, List<Argument> arguments, TypeRef type, DataPath.Slot slot) {
        this.view = view;
        this.name = name;
        this.arguments = List.copyOf(arguments);
        this.type = type;
        this.slot = slot;
    }

    String dataKey() {
        return slot.key();
    }

    Condition condition() {
        return condition;
    }

    void alsoUnder(Condition other) {
        Condition wider = condition.or(other);
        if (!wider.equals(condition)) {
            condition = wider;
            carriers.forEach(carrier -> carrier.alsoUnder(wider));
        }
    }

    /** With what it comes; none but for what clients ask for, where not all comes at once. */
    Set<Layer> layers() {
        return Layer.earliest(layers);
    }

    void alsoIn(Set<Layer> others) {
        layers.addAll(others);
    }

    /** Which of its items are fetched before the others; null when all are fetched at once. */
    @Nullable
    StreamedList stream() {
        return isWhole ? null : stream;
    }

    /** Notes that its items come in two parts, for one of those that ask for it. */
    void streamAs(StreamedList wanted) {
        isWhole |= stream != null && !stream.equals(wanted);
        stream = wanted;
    }

    /** Notes that somebody needs all of its items. */
    void keepWhole() {
        isWhole = true;
    }

    /** Another field, of another view, is selected in a fetch on behalf of this one, too. */
    void carriedBy(PlanField other) {
        if (other != this && !carriers.contains(other)) {
            carriers.add(other);
            other.alsoUnder(condition);
            other.alsoWith(directives);
        }
    }

    /** What is told to the subgraphs that resolve it, each by a mention of its own. */
    List<PassedDirectives> directives() {
        return directives;
    }

    void alsoWith(Collection<PassedDirectives> others) {
        for (PassedDirectives other : others) {
            if (!directives.contains(other)) {
                directives.add(other);
                carriers.forEach(carrier -> carrier.alsoWith(List.of(other)));
            }
        }
    }

    /** Notes where it is selected together with what it requires. */
    void placedAt(Position position) {
        if (!placed.contains(position)) {
            placed.add(position);
        }
    }

    /** The way to a fetch of a subgraph where it is, with all that it requires; null when there is none. */
    @Nullable
    FieldRoute placed(String subgraph, Search search) {
        for (Position at : placed) {
            if (at.subgraph().equals(subgraph) && search.allows(at.group())) {
                return FieldRoute.plain(this, at.reach());
            }
        }
        return null;
    }

    boolean isPlacedAt(Position position) {
        return placed.contains(position);
    }

    /** The place of its own fields; null for a leaf. */
    @Nullable
    PathNode child() {
        return child;
    }

    void child(PathNode node) {
        child = node;
    }

    String coordinate() {
        return view.type + "." + name;
    }
}
