package org.khabar.gateway.plan;

import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.Reach.FieldRoute;
import org.khabar.gateway.plan.Reach.Way;
import org.khabar.gateway.supergraph.FieldSource;

/**
 * Finds the cheapest ways over the subgraphs: fewest fetches, then least depth. It only looks; {@link FetchGraphBuilder}
 * enters what it finds.
 *
 * <p>The states of the search are (view, subgraph). One subgraph leads to another at the same view through a key whose
 * fields are at hand ({@link HopFinder}); a subgraph leads from a place to the place below through a field, and from a
 * place to a narrower view through a type condition. Subgraphs are few, so each view's states are settled by
 * relaxation until nothing gets cheaper, which bounds the work by subgraphs² × keys for each view on the way.
 */
final class RouteFinder {
    private final Sources sources;
    private final Types types;
    private final Resolvability resolvability;
    private final RequirementFinder requirements;
    private final HopFinder hops;
    private final RequirementMemo memo = new RequirementMemo();
    private final Map<TypeView, Known> known = new HashMap<>();
    /** What searches that are not free found while the fetches are as they are. */
    private final Map<Question, Answer> answered = new HashMap<>();

    private long clock;

    RouteFinder(
            Sources sources,
            Types types,
            Resolvability resolvability,
            Requirements requirements,
            ContextFinder contexts) {
        this.sources = sources;
        this.types = types;
        this.resolvability = resolvability;
        this.hops = new HopFinder(sources, types, resolvability, new NestedKeyFinder(this, sources, requirements));
        this.requirements = new RequirementFinder(this, hops, requirements, contexts, memo);
    }

    /** Notes a new fetch for a place: ways to it and to what is below it may be cheaper now. */
    void opened(PathNode node) {
        node.opened = ++clock;
    }

    /** Notes that fetches changed, or wait for others than before: what was found is to be looked for again. */
    void forget() {
        answered.clear();
        memo.forget();
    }

    /** How much work went into finding ways so far. */
    int steps() {
        return hops.steps();
    }

    /** The cheapest way to have the field fetched; null when there is none. */
    @Nullable
    FieldRoute cheapest(PlanField field, Search search) {
        FieldRoute best = open(field, search);
        if (best != null) {
            return best;
        }
        for (String subgraph : sources.subgraphs()) {
            FieldRoute route = route(field, subgraph, search);
            if (route != null && route.isCheaperThan(best)) {
                best = route;
            }
        }
        return best;
    }

    /** A way that needs no search, for most fields are where the field before them was. */
    private @Nullable FieldRoute open(PlanField field, Search search) {
        Reach best = null;
        for (Reach at : opened(field.view, search, field.name)) {
            if (at.isCheaperThan(best)
                    && !isElsewhere(field, at, search)
                    && resolvability.resolves(field.view, field.name, at)) {
                best = at;
            }
        }
        return best == null ? null : FieldRoute.plain(field, best);
    }

    private List<Reach> opened(TypeView view, Search search, @Nullable String field) {
        List<Reach> opened = new ArrayList<>();
        for (Position at : view.positions) {
            if (mayHave(view, field, at) && search.allows(at.group())) {
                opened.add(at.reach());
            }
        }
        if (!view.isBase()) {
            for (Position base : view.node.base().positions) {
                boolean usable = mayHave(view, field, base) && search.allows(base.group());
                Reach cast = usable ? cast(view, base.reach()) : null;
                if (cast != null) {
                    opened.add(cast);
                }
            }
        }
        return opened;
    }

    /** Positions are many and most subgraphs do not know a field: cheap to ask before anything else. */
    private boolean mayHave(TypeView view, @Nullable String field, Position at) {
        return field == null || field.equals("__typename") || sources.find(view.type, field, at.subgraph()) != null;
    }

    /**
     * Whether some subgraph that brings a place can go on from there to a field of every type of object at the place.
     * Where none can, an object may turn up that is stuck.
     */
    boolean isServedFromOne(PathNode node, List<PlanField> fields) {
        return node.producers.size() < 2
                || node.producers.entrySet().stream()
                        .anyMatch(producer -> fields.stream()
                                .allMatch(field -> servesFrom(producer.getKey(), producer.getValue(), field)));
    }

    private boolean servesFrom(String subgraph, PathNode.Producer producer, PlanField field) {
        boolean opaque = sources.isInterfaceObject(producer.type(), subgraph);
        Reach base = new Reach(subgraph, producer.type(), 0, 0, opaque, producer.provides(), new Way.Root());
        Reach start = cast(field.view, base);
        if (start == null) {
            return true;
        }
        Map<String, List<Reach>> found = new LinkedHashMap<>();
        add(found, start);
        hops.addTo(found, field.view, Search.FREE);
        return found.values().stream().flatMap(List::stream).anyMatch(reach -> mayResolve(field, reach));
    }

    private boolean mayResolve(PlanField field, Reach reach) {
        FieldSource source = sources.find(field.view.type, field.name, reach.subgraph());
        return resolvability.resolves(field.view, field.name, reach)
                || source != null && source.needsInput() && sources.isResolvable(field.view.type, field.name, source);
    }

    /** The cheapest way to have the field fetched from one subgraph; null when there is none. */
    @Nullable
    FieldRoute route(PlanField field, String subgraph, Search search) {
        if (!field.name.equals("__typename") && sources.find(field.view.type, field.name, subgraph) == null) {
            return null;
        }
        FieldRoute best = null;
        for (Reach reach : reaches(field.view, search).getOrDefault(subgraph, List.of())) {
            if (resolvability.resolves(field.view, field.name, reach)
                    && !isElsewhere(field, reach, search)
                    && (best == null || reach.isCheaperThan(best.reach()))) {
                best = FieldRoute.plain(field, reach);
            }
        }
        best = best == null && search.isApart() ? ownFetch(field, subgraph, search) : best;
        return best == null ? requiring(field, subgraph, search) : best;
    }

    /** Whether a field that comes later is not to be taken from there. */
    private static boolean isElsewhere(PlanField field, Reach reach, Search search) {
        return switch (reach.way()) {
            case Way.At(Position position) -> search.isApartFrom(position, field.view.node);
            case Way.Cast(Reach base) -> isElsewhere(field, base, search);
            case Way.Root(), Way.Through _, Way.Hop _ -> false;
        };
    }

    /** A further fetch from a subgraph that has the objects already. */
    private @Nullable FieldRoute ownFetch(PlanField field, String subgraph, Search search) {
        boolean isPossible = field.view.isBase() || !types.isAbstract(field.view.type);
        Reach hop = isPossible ? hops.find(reaches(field.view, search), field.view, subgraph, true, search) : null;
        return hop != null && resolvability.resolves(field.view, field.name, hop) ? FieldRoute.plain(field, hop) : null;
    }

    private @Nullable FieldRoute requiring(PlanField field, String subgraph, Search search) {
        FieldSource source = sources.find(field.view.type, field.name, subgraph);
        if (source == null || !source.needsInput() || !sources.isResolvable(field.view.type, field.name, source)) {
            return null;
        }
        return requirements.find(field, source, search);
    }

    /** All ways to have the objects of a view in the hands of each subgraph. */
    Map<String, List<Reach>> reaches(TypeView view, Search search) {
        if (!search.isFree()) {
            return answer(view, search);
        }
        Known present = known.get(view);
        if (present == null || present.since < view.node.lastOpened()) {
            present = new Known(find(view, search), clock);
            known.put(view, present);
        }
        return present.reaches;
    }

    private Map<String, List<Reach>> answer(TypeView view, Search search) {
        Question question = new Question(view, search.consumers(), search.hops(), search.flat(), search.later());
        Answer present = answered.get(question);
        if (present != null && present.holdsFor(search)) {
            memo.meetAgain(present.met);
            return present.reaches;
        }
        RequirementMemo.Trace met = new RequirementMemo.Trace(null);
        Map<String, List<Reach>> found = memo.trace(met, () -> find(view, search));
        answered.put(question, new Answer(found, search.fields(), met));
        return found;
    }

    private Map<String, List<Reach>> find(TypeView view, Search search) {
        Map<String, List<Reach>> found = new LinkedHashMap<>();
        opened(view, search, null).forEach(reach -> add(found, reach));
        if (view.isBase()) {
            fromParent(view, search).forEach(reach -> add(found, reach));
        } else {
            for (List<Reach> bases : reaches(view.node.base(), search).values()) {
                bases.stream().filter(base -> !(base.way() instanceof Way.At)).forEach(base -> {
                    Reach cast = cast(view, base);
                    if (cast != null) {
                        add(found, cast);
                    }
                });
            }
        }
        hops.addTo(found, view, search);
        return found;
    }

    private List<Reach> fromParent(TypeView view, Search search) {
        List<Reach> found = new ArrayList<>();
        PlanField parent = view.node.parent;
        view.node.producers.forEach((subgraph, producer) -> {
            if (parent == null) {
                found.add(new Reach(subgraph, producer.type(), 1, 1, false, List.of(), new Way.Root()));
                return;
            }
            FieldRoute route = memo.isLookedFor(parent, search) ? null : route(parent, subgraph, search);
            if (route != null) {
                found.add(through(route, producer));
            }
        });
        return found;
    }

    private Reach through(FieldRoute route, PathNode.Producer producer) {
        PlanField parent = route.field();
        String subgraph = route.reach().subgraph();
        FieldSource source = sources.find(parent.view.type, parent.name, subgraph);
        List<SelectionSet> provides = source == null
                ? List.of()
                : Resolvability.provides(source, parent.name, route.reach().provides());
        boolean opaque = sources.isInterfaceObject(producer.type(), subgraph);
        return new Reach(
                subgraph, producer.type(), route.fetches(), route.depth(), opaque, provides, new Way.Through(route));
    }

    private @Nullable Reach cast(TypeView view, Reach base) {
        List<SelectionSet> provides = Sources.providedOn(base.provides(), view.type);
        if (base.opaque() || sources.isInterfaceObject(base.type(), base.subgraph())) {
            return new Reach(
                    base.subgraph(), base.type(), base.fetches(), base.depth(), true, provides, new Way.Cast(base));
        }
        return sources.canNarrow(base.type(), view.type, base.subgraph())
                ? new Reach(
                        base.subgraph(), view.type, base.fetches(), base.depth(), false, provides, new Way.Cast(base))
                : null;
    }

    private static void add(Map<String, List<Reach>> found, Reach reach) {
        found.computeIfAbsent(reach.subgraph(), _ -> new ArrayList<>()).add(reach);
    }

    private record Question(
            TypeView view,
            Set<FetchGroup> consumers,
            Set<Search.Hop> hops,
            boolean flat,
            Search.@Nullable Later later) {}

    /** What was found by a search that was looking for the requirements of some fields. */
    private record Answer(Map<String, List<Reach>> reaches, Set<PlanField> fields, RequirementMemo.Trace met) {
        boolean holdsFor(Search search) {
            return met.holdsFor(search) || fields.equals(search.fields());
        }
    }

    /** What was found, and when. */
    private record Known(Map<String, List<Reach>> reaches, long since) {}
}
