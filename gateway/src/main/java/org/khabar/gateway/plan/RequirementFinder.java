package org.khabar.gateway.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.FetchGroup.RepresentedField;
import org.khabar.gateway.plan.Reach.FieldRoute;
import org.khabar.gateway.plan.Reach.Way;
import org.khabar.gateway.supergraph.FieldSource;

/** Finds ways for fields with {@code @requires}: an entity fetch to which what they require can be sent. */
final class RequirementFinder {
    private final RouteFinder routes;
    private final HopFinder hops;
    private final Requirements requirements;

    RequirementFinder(RouteFinder routes, HopFinder hops, Requirements requirements) {
        this.routes = routes;
        this.hops = hops;
        this.requirements = requirements;
    }

    /** The cheapest way: joining an entity fetch that is there, or a new one; null when there is none. */
    @Nullable
    FieldRoute find(PlanField field, FieldSource source, Search search) {
        if (search.fields().contains(field)) {
            return null;
        }
        Search inner = search.forField(field);
        List<RepresentedField> required = requirements.of(
                field.view, Objects.requireNonNull(source.requires()).selections(), false);
        FieldRoute best = null;
        for (Reach reach : entrances(field.view, source.subgraph(), search)) {
            FieldRoute route = route(field, reach, required, inner);
            if (route != null && route.isCheaperThan(best)) {
                best = route;
            }
        }
        return best;
    }

    private List<Reach> entrances(TypeView view, String subgraph, Search search) {
        Map<String, List<Reach>> found = routes.reaches(view, search);
        List<Reach> entrances = new ArrayList<>();
        found.getOrDefault(subgraph, List.of()).stream()
                .filter(reach -> isEntrance(reach, view))
                .forEach(entrances::add);
        Reach fresh = hops.find(found, view, subgraph, false, search);
        if (fresh != null) {
            entrances.add(fresh);
        }
        if (!view.isBase()) {
            entrances(view.node.base(), subgraph, search).stream()
                    .filter(Reach::opaque)
                    .map(base -> new Reach(
                            subgraph, base.type(), base.fetches(), base.depth(), true, List.of(), new Way.Cast(base)))
                    .forEach(entrances::add);
        }
        return entrances;
    }

    private static boolean isEntrance(Reach reach, TypeView view) {
        return switch (reach.way()) {
            case Way.At(Position position) -> position.group().isEntranceOf(view.node, position.selection());
            case Way.Hop _ -> true;
            case Way.Root _, Way.Through _, Way.Cast _ -> false;
        };
    }

    private @Nullable FieldRoute route(PlanField field, Reach reach, List<RepresentedField> required, Search search) {
        FetchGroup joined = joined(reach);
        if (joined != null && joined.conflictsWith(required)) {
            return null;
        }
        Search inner = joined == null ? search : search.forConsumer(joined);
        int fetches = reach.fetches();
        int depth = reach.depth();
        List<PlanField> leaves = Requirements.leaves(required);
        for (PlanField leaf : leaves) {
            FieldRoute route = routes.cheapest(leaf, inner);
            if (route == null) {
                return null;
            }
            fetches += route.fetches();
            depth = Math.max(depth, route.depth() + 1);
        }
        return new FieldRoute(field, reach, fetches, depth, leaves);
    }

    private static @Nullable FetchGroup joined(Reach reach) {
        return switch (reach.way()) {
            case Way.At(Position position) -> position.group();
            case Way.Hop hop -> hop.into();
            case Way.Cast(Reach base) -> joined(base);
            case Way.Root _, Way.Through _ -> null;
        };
    }
}
