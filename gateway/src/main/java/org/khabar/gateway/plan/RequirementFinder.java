package org.khabar.gateway.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.FetchGroup.RepresentedField;
import org.khabar.gateway.plan.Reach.FieldRoute;
import org.khabar.gateway.plan.Reach.Way;
import org.khabar.gateway.supergraph.FieldSet;
import org.khabar.gateway.supergraph.FieldSource;

/**
 * Finds ways for fields with {@code @requires} or {@code @fromContext}: an entity fetch to which what they need can be
 * sent.
 */
final class RequirementFinder {
    private final RouteFinder routes;
    private final HopFinder hops;
    private final Requirements requirements;
    private final ContextFinder contexts;
    private final RequirementMemo memo;

    RequirementFinder(
            RouteFinder routes,
            HopFinder hops,
            Requirements requirements,
            ContextFinder contexts,
            RequirementMemo memo) {
        this.memo = memo;
        this.routes = routes;
        this.hops = hops;
        this.requirements = requirements;
        this.contexts = contexts;
    }

    /** The cheapest way: joining an entity fetch that is there, or a new one; null when there is none. */
    @Nullable
    FieldRoute find(PlanField field, FieldSource source, Search search) {
        if (memo.isLookedFor(field, search)) {
            return null;
        }
        FieldRoute placed = field.placed(source.subgraph(), search);
        return placed != null
                ? placed
                : memo.find(
                        field,
                        source.subgraph(),
                        search,
                        () -> needs(field, source).map(needs -> find(field, source, needs, search)));
    }

    private Optional<Needs> needs(PlanField field, FieldSource source) {
        FieldSet requires = source.requires();
        List<RepresentedField> required =
                requires == null ? List.of() : requirements.of(field.view, requires.selections(), false);
        return contexts.find(field, source).map(taken -> new Needs(required, taken));
    }

    private @Nullable FieldRoute find(PlanField field, FieldSource source, Needs needs, Search search) {
        Search inner = search.forField(field);
        FieldRoute best = null;
        for (Reach reach : entrances(field.view, source.subgraph(), needs, search)) {
            FieldRoute route = route(field, reach, needs, inner);
            if (route != null && route.isCheaperThan(best)) {
                best = route;
            }
        }
        return best;
    }

    private List<Reach> entrances(TypeView view, String subgraph, Needs needs, Search search) {
        Map<String, List<Reach>> found = routes.reaches(view, search);
        List<Reach> entrances = new ArrayList<>();
        found.getOrDefault(subgraph, List.of()).stream()
                .filter(reach -> isEntrance(reach, view) || needs.canBeSentAbove(view, reach))
                .forEach(entrances::add);
        Reach fresh = hops.find(found, view, subgraph, false, search);
        if (fresh != null) {
            entrances.add(fresh);
        }
        if (!view.isBase()) {
            entrances(view.node.base(), subgraph, needs, search).stream()
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

    private @Nullable FieldRoute route(PlanField field, Reach reach, Needs needs, Search search) {
        FetchGroup joined = joined(reach);
        if (joined != null && (!search.mayJoin(joined) || joined.conflictsWith(needs.required()))) {
            return null;
        }
        Search inner = joined == null ? search : search.forConsumer(joined);
        int fetches = reach.fetches();
        int depth = reach.depth();
        List<PlanField> leaves = needs.leaves();
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
            case Way.Through(FieldRoute field) -> joined(field.reach());
            case Way.Root _ -> null;
        };
    }

    /**
     * What has to be sent for a field.
     *
     * @param required with the representations of the field's own objects
     * @param contexts as variables
     */
    private record Needs(List<RepresentedField> required, List<ContextSource> contexts) {

        List<PlanField> leaves() {
            List<PlanField> leaves = new ArrayList<>(Requirements.leaves(required));
            contexts.forEach(context -> leaves.addAll(Requirements.leaves(context.fields())));
            return leaves;
        }

        /** Whether an entity fetch for objects further up can carry it: it then knows all values. */
        boolean canBeSentAbove(TypeView view, Reach reach) {
            PathNode entrance = required.isEmpty() ? entrance(view.node, reach) : null;
            return entrance != null && contexts.stream().allMatch(context -> context.isAtOrAbove(entrance));
        }

        private static @Nullable PathNode entrance(PathNode place, Reach reach) {
            return switch (reach.way()) {
                case Way.At(Position position) ->
                    position.group().representations.isEmpty() ? null : position.group().at;
                case Way.Hop hop -> hop.key() == null ? null : place;
                case Way.Cast(Reach base) -> entrance(place, base);
                case Way.Through(FieldRoute field) -> entrance(field.field().view.node, field.reach());
                case Way.Root _ -> null;
            };
        }
    }
}
