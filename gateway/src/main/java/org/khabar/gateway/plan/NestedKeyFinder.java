package org.khabar.gateway.plan;

import graphql.language.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.FetchGroup.RepresentedField;
import org.khabar.gateway.plan.Reach.FieldRoute;
import org.khabar.gateway.plan.Reach.Way;
import org.khabar.gateway.supergraph.EntityKey;

/**
 * Finds hops whose keys reach into other entities, such as {@code products { id pid }}, where no subgraph has all of
 * the key at hand and some of its fields have to be fetched first.
 */
final class NestedKeyFinder {
    private final RouteFinder routes;
    private final Sources sources;
    private final Requirements requirements;

    NestedKeyFinder(RouteFinder routes, Sources sources, Requirements requirements) {
        this.routes = routes;
        this.sources = sources;
        this.requirements = requirements;
    }

    /**
     * The hop; null when the key is flat or cannot be had.
     *
     * @param known another hop there, if there is one, to be outdone
     */
    @Nullable
    Reach find(
            Map<String, List<Reach>> found,
            TypeView view,
            String target,
            EntityKey key,
            Search search,
            @Nullable Reach known) {
        if (!isNested(key)) {
            return null;
        }
        Optional<Search> inner = search.forKey(view, target);
        Reach start = start(found);
        if (inner.isEmpty() || start == null || !mayOutdo(start, known, found.getOrDefault(target, List.of()))) {
            return null;
        }
        List<RepresentedField> fields = requirements.of(view, key.fields().selections(), true);
        int fetches = start.fetches() + 1;
        int depth = start.depth() + 1;
        for (PlanField leaf : Requirements.leaves(fields)) {
            FieldRoute route = route(leaf, search, inner.get());
            if (route == null) {
                return null;
            }
            fetches += route.fetches();
            depth = Math.max(depth, route.depth() + 1);
        }
        String type = sources.nameIn(view.type, target).orElseThrow();
        Way way = new Way.Hop(key, List.of(start), null, true);
        return new Reach(target, type, fetches, depth, false, List.of(), way);
    }

    /**
     * The way to a field of the key. By keys at hand it is looked for once, whichever hop needs it; only where there is
     * no such way, keys inside keys are tried, which is as much work again for every hop.
     */
    private @Nullable FieldRoute route(PlanField leaf, Search outer, Search inner) {
        FieldRoute atHand = routes.cheapest(leaf, outer.byKeysAtHand());
        return atHand == null ? routes.cheapest(leaf, inner) : atHand;
    }

    /** One fetch more than there is at the start is the least that a hop takes. */
    private static boolean mayOutdo(Reach start, @Nullable Reach known, List<Reach> present) {
        int least = start.fetches() + 1;
        return (known == null || known.fetches() > least)
                && present.stream().noneMatch(reach -> reach.provides().isEmpty() && reach.fetches() <= least);
    }

    private static boolean isNested(EntityKey key) {
        return key.fields().selections().getSelections().stream()
                .anyMatch(selection -> selection instanceof Field field && field.getSelectionSet() != null);
    }

    private static @Nullable Reach start(Map<String, List<Reach>> found) {
        Reach best = null;
        for (List<Reach> reaches : found.values()) {
            for (Reach reach : reaches) {
                best = !reach.opaque() && reach.isCheaperThan(best) ? reach : best;
            }
        }
        return best;
    }
}
