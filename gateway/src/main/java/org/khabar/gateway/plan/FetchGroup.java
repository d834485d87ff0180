package org.khabar.gateway.plan;

import graphql.language.OperationDefinition.Operation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request to one subgraph, while the fetch graph is built. */
final class FetchGroup {
    final int id;
    final String subgraph;
    final Operation operation;
    /** Where an entity fetch gathers its representations; null for a fetch of root fields. */
    final @Nullable PathNode at;

    final FetchSelection selection;
    /** What identifies the objects, by the type of the view that needed the fetch. */
    final Map<String, Representation> representations = new LinkedHashMap<>();

    /** What is sent beside the representations, from objects above them. */
    final List<Context> contexts = new ArrayList<>();

    /** What it was opened for. */
    final Set<Layer> layers;

    private final Set<Layer> wanted = new LinkedHashSet<>();
    private final List<PathNode> places = new ArrayList<>();
    private final List<FetchGroup> companions = new ArrayList<>();
    private final Set<FetchGroup> dependencies = new LinkedHashSet<>();
    private final Set<FetchGroup> dependents = new LinkedHashSet<>();
    private BitSet ancestors = new BitSet();
    private int depth = 1;

    FetchGroup(
            int id,
            String subgraph,
            Operation operation,
            @Nullable PathNode at,
            FetchSelection selection,
            Set<Layer> layers) {
        this.id = id;
        this.subgraph = subgraph;
        this.operation = operation;
        this.at = at;
        this.selection = selection;
        this.layers = layers;
        if (at != null) {
            places.add(at);
        }
    }

    /** Notes with what something that it brings comes. */
    void wantFor(Set<Layer> more) {
        wanted.addAll(more);
    }

    /** With what that comes that it brings, or that waits for it. */
    Set<Layer> wanted() {
        return Layer.earliest(wanted);
    }

    /** Whether objects of a place are what it asks for, and not only something further up or down. */
    boolean isAskedAt(PathNode node) {
        return at == node || at == null && node.isRoot();
    }

    /** Where representations are gathered; several places once fetches were merged. */
    List<PathNode> places() {
        return places;
    }

    /** Takes the place of another fetch that asks the same elsewhere; neither may wait for the other. */
    void absorb(FetchGroup other) {
        places.addAll(other.places);
        standInFor(other);
    }

    /** Is sent together with another fetch of the same subgraph; neither may wait for the other. */
    void takeAlong(FetchGroup other) {
        companions.add(other);
        standInFor(other);
    }

    /** The fetches that are sent in the same request. */
    List<FetchGroup> companions() {
        return companions;
    }

    /** How many fields are selected in its request. */
    int size() {
        return selection.size() + companions.stream().mapToInt(FetchGroup::size).sum();
    }

    private void standInFor(FetchGroup other) {
        for (FetchGroup dependency : List.copyOf(other.dependencies)) {
            dependency.dependents.remove(other);
            dependsOn(dependency);
        }
        for (FetchGroup dependent : List.copyOf(other.dependents)) {
            dependent.dependencies.remove(other);
            dependent.dependsOn(this);
            dependent.refresh();
        }
    }

    Set<FetchGroup> dependencies() {
        return dependencies;
    }

    void dependsOn(FetchGroup other) {
        if (other != this && dependencies.add(other)) {
            other.dependents.add(this);
            refresh();
        }
    }

    private void refresh() {
        BitSet above = new BitSet();
        int deepest = 0;
        for (FetchGroup dependency : dependencies) {
            above.or(dependency.ancestors);
            above.set(dependency.id);
            deepest = Math.max(deepest, dependency.depth);
        }
        if (!above.equals(ancestors) || depth != deepest + 1) {
            ancestors = above;
            depth = deepest + 1;
            dependents.forEach(FetchGroup::refresh);
        }
    }

    /** Whether this fetch is, or has to wait for, {@code other}. */
    boolean needs(FetchGroup other) {
        return this == other || ancestors.get(other.id);
    }

    /** Whether objects of the place enter the subgraph with this fetch, at this selection. */
    boolean isEntranceOf(PathNode node, FetchSelection at) {
        return this.at == node
                && !representations.isEmpty()
                && (at == selection || selection.fragments.containsValue(at));
    }

    /** The variable for a value from above: one for all fields that take the same. */
    String take(String prefix, ContextSource source) {
        for (Context present : contexts) {
            if (present.source().yieldsSameAs(source)) {
                return present.variable();
            }
        }
        Context context = new Context(prefix + contexts.size(), source);
        contexts.add(context);
        return context.variable();
    }

    /** Whether a field would have to be sent with two values. */
    boolean conflictsWith(List<RepresentedField> more) {
        return representations.values().stream().anyMatch(present -> conflict(present.fields(), more));
    }

    private static boolean conflict(List<RepresentedField> some, List<RepresentedField> others) {
        for (RepresentedField one : some) {
            for (RepresentedField other : others) {
                if (one.field().name.equals(other.field().name)
                        && (!one.field().dataKey().equals(other.field().dataKey())
                                || conflict(one.fields(), other.fields()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many fetches come one after the other until this one is done. */
    int depth() {
        return depth;
    }

    /**
     * A value that is sent as a variable.
     *
     * @param variable its name
     * @param source where the value is
     */
    record Context(String variable, ContextSource source) {}

    /**
     * What identifies objects of one type to the subgraph.
     *
     * @param typename what the subgraph calls the type
     * @param fields what is sent, each from where it was fetched
     */
    record Representation(String typename, List<RepresentedField> fields) {
        static Representation of(String typename) {
            return new Representation(typename, new ArrayList<>());
        }
    }

    /**
     * A field that is sent to the subgraph.
     *
     * @param onType the type condition on it; the view's type when there is none
     * @param field where its value is
     * @param key whether the object has no identity without it
     * @param fields what is sent of its value; empty for a leaf
     */
    record RepresentedField(String onType, PlanField field, boolean key, List<RepresentedField> fields) {}
}
