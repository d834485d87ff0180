package org.khabar.gateway.plan;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.Reach.FieldRoute;

/**
 * Remembers ways to fields with requirements. Such a field is asked for by all that require it, and what it requires in
 * turn by each of those: without memory the work grows with the power of how deep requirements go.
 *
 * <p>A way depends on which fields' requirements are being looked for, for none is looked for inside itself. What was
 * found holds for another search if that is looking for none of the fields that were come across, and no circle was
 * met that goes beyond the field itself.
 */
final class RequirementMemo {
    /** Requirements looked at for one plan. */
    private static final int MAX_SEARCHES = 20_000;

    private int searches;
    private final Map<Key, Found> found = new HashMap<>();
    private final Deque<Trace> traces = new ArrayDeque<>();

    /** Whether a search is looking for what the field requires. Every look at a search's fields goes through here. */
    boolean isLookedFor(PlanField field, Search search) {
        boolean isCircle = search.fields().contains(field);
        Trace trace = traces.peek();
        if (trace != null && trace.own != field) {
            trace.met.add(field);
            if (isCircle) {
                trace.circles.add(field);
            }
        }
        return isCircle;
    }

    /** Notes what was come across when something was found that is used again now. */
    void meetAgain(Trace earlier) {
        Trace trace = traces.peek();
        if (trace != null) {
            trace.add(earlier);
        }
    }

    /** Runs a part of a search, and tells what it came across. */
    <T> T trace(Trace trace, Supplier<T> part) {
        traces.push(trace);
        try {
            return part.get();
        } finally {
            traces.pop();
            meetAgain(trace);
        }
    }

    /** The way to a field of a subgraph: remembered, or looked for now. */
    @Nullable
    FieldRoute find(PlanField field, String subgraph, Search search, Supplier<Optional<FieldRoute>> looking) {
        Key key = new Key(field, subgraph, search.consumers(), search.hops(), search.flat(), search.later());
        Found present = found.get(key);
        if (present != null && present.met.holdsFor(search)) {
            meetAgain(present.met);
            return present.route;
        }
        if (++searches > MAX_SEARCHES) {
            throw PlanningException.tooManyRequirements(MAX_SEARCHES);
        }
        Trace trace = new Trace(field);
        FieldRoute route = trace(trace, looking).orElse(null);
        if (trace.circles.isEmpty()) {
            found.put(key, new Found(route, trace));
        }
        return route;
    }

    /** Notes that the fetches changed. */
    void forget() {
        found.clear();
    }

    private record Key(
            PlanField field,
            String subgraph,
            Set<FetchGroup> consumers,
            Set<Search.Hop> hops,
            boolean flat,
            Search.@Nullable Later later) {}

    private record Found(@Nullable FieldRoute route, Trace met) {}

    /** The fields that a search came across. */
    static final class Trace {
        private final @Nullable PlanField own;
        private final Set<PlanField> met = new HashSet<>();
        private final Set<PlanField> circles = new HashSet<>();

        /**
         * An empty trace.
         *
         * @param own the field whose requirements are looked for, to which circles may come back; null for none
         */
        Trace(@Nullable PlanField own) {
            this.own = own;
        }

        /** Whether a search comes across the same, whatever it is looking for. */
        boolean holdsFor(Search search) {
            return circles.isEmpty() && Collections.disjoint(met, search.fields());
        }

        private void add(Trace inner) {
            met.addAll(inner.met);
            circles.addAll(inner.circles);
            close();
        }

        private void close() {
            if (own != null) {
                met.remove(own);
                circles.remove(own);
            }
        }
    }
}
