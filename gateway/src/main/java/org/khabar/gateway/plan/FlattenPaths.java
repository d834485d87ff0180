package org.khabar.gateway.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.khabar.gateway.plan.PlanNode.PathStep;
import org.khabar.gateway.supergraph.TypeRef;

/** Makes flatten paths of places; paths that differ in one type condition become one. */
final class FlattenPaths {
    private final Types types;

    FlattenPaths(Types types) {
        this.types = types;
    }

    List<List<PathStep>> of(Collection<PathNode> places) {
        List<List<PathStep>> paths = new ArrayList<>();
        places.forEach(place -> add(paths, path(place)));
        return paths;
    }

    private void add(List<List<PathStep>> paths, List<PathStep> path) {
        for (int i = 0; i < paths.size(); i++) {
            List<PathStep> both = both(paths.get(i), path);
            if (!both.isEmpty()) {
                paths.remove(i);
                add(paths, both);
                return;
            }
        }
        paths.add(path);
    }

    /** One path for two; empty when they differ in more than one condition. */
    private static List<PathStep> both(List<PathStep> one, List<PathStep> other) {
        int different = -1;
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).equals(other.get(i))) {
                if (different >= 0 || !Objects.equals(one.get(i).stream(), other.get(i).stream())) {
                    return List.of();
                }
                different = i;
            }
        }
        if (different < 0) {
            return one;
        }
        List<PathStep> both = new ArrayList<>(one);
        both.set(different, both(one.get(different), other.get(different)));
        return both;
    }

    private static PathStep both(PathStep one, PathStep other) {
        Set<String> either = new HashSet<>();
        if (!one.types().isEmpty() && !other.types().isEmpty()) {
            either.addAll(one.types());
            either.addAll(other.types());
        }
        return new PathStep(either, one.dataKey(), one.child(), one.listDepth(), one.stream());
    }

    private List<PathStep> path(PathNode place) {
        Deque<PathStep> steps = new ArrayDeque<>();
        for (PlanField field = place.parent; field != null; field = field.view.node.parent) {
            Set<String> onTypes = field.view.isBase() ? Set.of() : types.possibleTypes(field.view.type);
            steps.addFirst(
                    new PathStep(onTypes, field.dataKey(), field.slot.index(), listDepth(field.type), field.stream()));
        }
        return outermostStreamed(List.copyOf(steps));
    }

    /** What is in a list of which items come later is fetched in two parts, not in more for lists in it. */
    private static List<PathStep> outermostStreamed(List<PathStep> path) {
        if (!StreamSteps.areIn(path)) {
            return path;
        }
        List<PathStep> steps = new ArrayList<>();
        boolean isStreamed = false;
        for (PathStep step : path) {
            steps.add(
                    isStreamed
                            ? new PathStep(step.types(), step.dataKey(), step.child(), step.listDepth(), null)
                            : step);
            isStreamed |= step.stream() != null;
        }
        return steps;
    }

    private static int listDepth(TypeRef type) {
        return type.unwrapNonNull() instanceof TypeRef.ListOf(TypeRef item) ? 1 + listDepth(item) : 0;
    }
}
