package org.khabar.gateway.plan;

import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.FetchGroup.Representation;
import org.khabar.gateway.plan.FetchGroup.RepresentedField;
import org.khabar.gateway.plan.Reach.FieldRoute;
import org.khabar.gateway.plan.Reach.Way;
import org.khabar.gateway.supergraph.EntityKey;
import org.khabar.gateway.supergraph.FieldSet;
import org.khabar.gateway.supergraph.FieldSource;

/** Lays fields over the subgraphs, one at a time, by the cheapest way that the fetches so far leave. */
final class FetchGraphBuilder {
    private final Sources sources;
    private final Resolvability resolvability;
    private final Requirements requirements;
    private final RouteFinder routes;
    private final Operation operation;
    private final ContextFinder contexts;
    private final String contextPrefix;
    private final List<FetchGroup> groups;
    /** With what that comes that a fetch is looked for now. */
    private Set<Layer> layers = Layer.FIRST;

    /** A builder that adds to {@code groups}. */
    FetchGraphBuilder(
            Sources sources, Types types, PlanTree tree, OperationDefinition operation, List<FetchGroup> groups) {
        this.sources = sources;
        this.resolvability = new Resolvability(sources, types);
        this.requirements = new Requirements(tree, types);
        this.contexts = new ContextFinder(sources, types, requirements);
        this.routes = new RouteFinder(sources, types, resolvability, requirements, contexts);
        this.operation = operation.getOperation();
        this.contextPrefix = VariableNames.freePrefix("contextualArgument_", operation);
        this.groups = groups;
    }

    /**
     * Finds a fetch for the field.
     *
     * @param preferred the subgraph to take it from, if it can be; null for the cheapest
     * @throws UnreachableException when no subgraph can be reached that resolves it
     */
    void resolve(PlanField field, @Nullable String preferred) {
        layers = field.layers().isEmpty() ? Layer.FIRST : field.layers();
        Position at = layers.equals(Layer.FIRST) ? first(field, preferred) : later(field);
        at.group().wantFor(layers);
    }

    private Position first(PlanField field, @Nullable String preferred) {
        routes.forget();
        FieldRoute route = preferred == null ? null : routes.route(field, preferred, Search.FREE);
        return route == null ? resolve(field, Search.FREE) : place(route, Search.FREE);
    }

    /** By fetches of its own if that can be, else by others that need not wait for it, else as there is a way. */
    private Position later(PlanField field) {
        Search apart = Search.later(layers);
        for (Search search : List.of(apart, apart.takenAlong())) {
            routes.forget();
            FieldRoute route = routes.cheapest(field, search);
            if (route != null) {
                return place(route, search);
            }
        }
        return resolve(field, Search.FREE);
    }

    /**
     * Checks a field that is fetched type by type.
     *
     * @throws UnreachableException when an object may turn up for which it cannot be fetched
     */
    void requireServed(PathNode node, List<PlanField> typeByType) {
        routes.forget();
        if (!routes.isServedFromOne(node, typeByType)) {
            throw new UnreachableException(typeByType.getFirst());
        }
    }

    private Position resolve(PlanField field, Search search) {
        routes.forget();
        FieldRoute route = routes.cheapest(field, search);
        if (route == null) {
            throw new UnreachableException(field);
        }
        return place(route, search);
    }

    /** Enters a way, and selects the field at its end. */
    private Position place(FieldRoute route, Search search) {
        PlanField field = route.field();
        Position at = enter(field.view, route.reach(), search);
        if (!needsInput(route) || field.isPlacedAt(at)) {
            return select(field, at, List.of());
        }
        Search inner = search.forField(field);
        require(field, at, inner);
        Position selected = select(field, at, take(field, at, inner));
        field.placedAt(at);
        return selected;
    }

    private boolean needsInput(FieldRoute route) {
        PlanField field = route.field();
        FieldSource source =
                sources.find(field.view.type, field.name, route.reach().subgraph());
        return source != null && source.needsInput() && !resolvability.resolves(field.view, field.name, route.reach());
    }

    private void require(PlanField field, Position at, Search search) {
        FieldSet requires = source(field, at).requires();
        if (requires != null) {
            List<RepresentedField> required = requirements.of(field.view, requires.selections(), false);
            supply(at.group(), representation(at, field.view), required, search);
        }
    }

    /** Has the values of contextual arguments fetched before, to be sent as variables. */
    private List<FetchSelection.Taken> take(PlanField field, Position at, Search search) {
        List<FetchSelection.Taken> taken = new ArrayList<>();
        Search inner = search.forConsumer(at.group());
        for (ContextSource source : contexts.find(field, source(field, at)).orElseThrow()) {
            Requirements.leaves(source.fields())
                    .forEach(leaf -> at.group().dependsOn(resolve(leaf, inner).group()));
            source.unshare(field.view.node);
            String variable = at.group().take(contextPrefix, source);
            taken.add(new FetchSelection.Taken(source.argument().name(), variable));
        }
        return taken;
    }

    private Representation representation(Position at, TypeView view) {
        return at.group().representations.computeIfAbsent(view.type, _ -> Representation.of(at.selection().type));
    }

    /** Sends fields with a fetch's representations, fetching them first. */
    private void supply(FetchGroup group, Representation to, List<RepresentedField> fields, Search search) {
        for (RepresentedField field : fields) {
            if (to.fields().stream().noneMatch(present -> present.equals(field))) {
                to.fields().add(field);
            }
        }
        Search inner = search.forConsumer(group);
        for (PlanField leaf : Requirements.leaves(fields)) {
            group.dependsOn(resolve(leaf, inner).group());
        }
    }

    private Position select(PlanField field, Position at, List<FetchSelection.Taken> taken) {
        FetchSelection selection = at.selection();
        PathNode child = field.child();
        FetchSelection.Entry present = selection.fields.get(field.dataKey());
        if (present == null) {
            present = new FetchSelection.Entry(field, child == null ? null : below(field, at, child), taken);
            selection.fields.put(field.dataKey(), present);
        }
        field.carriedBy(present.field());
        return child == null ? at : position(field, at, child, Objects.requireNonNull(present.selection()));
    }

    private FetchSelection below(PlanField field, Position at, PathNode child) {
        return new FetchSelection(source(field, at).type().name(), child.data);
    }

    private FieldSource source(PlanField field, Position at) {
        return Objects.requireNonNull(sources.find(field.view.type, field.name, at.subgraph()));
    }

    /** Where the field's value is read. Fields of several views can share it, when the subgraph knows one type only. */
    private Position position(PlanField field, Position at, PathNode child, FetchSelection selection) {
        for (Position present : child.base().positions) {
            if (present.group() == at.group() && present.selection() == selection) {
                return present;
            }
        }
        FieldSource source = source(field, at);
        Position position = new Position(
                at.group(),
                selection,
                Resolvability.provides(source, field.name, at.provides()),
                sources.isInterfaceObject(source.type().name(), at.subgraph()));
        child.base().positions.add(position);
        return position;
    }

    /** Lets fetches whose way has type conditions wait until the types of the objects there are known. */
    void awaitTypes() {
        for (FetchGroup group : groups) {
            PathNode node = group.at;
            if (node != null && !Set.of(node.type).containsAll(group.representations.keySet())) {
                awaitType(group, node);
            }
            for (PlanField step = parent(node); step != null; step = parent(step.view.node)) {
                if (!step.view.isBase()) {
                    awaitType(group, step.view.node);
                }
            }
        }
    }

    private static @Nullable PlanField parent(@Nullable PathNode node) {
        return node == null ? null : node.parent;
    }

    private static void awaitType(FetchGroup group, PathNode node) {
        List<FetchGroup> telling = node.base().positions.stream()
                .filter(at -> !at.opaque() && at.selection().fields.containsKey("__typename"))
                .map(Position::group)
                .toList();
        if (telling.stream().noneMatch(group::needs)) {
            telling.stream().filter(other -> !other.needs(group)).forEach(group::dependsOn);
        }
    }

    private Position enter(TypeView view, Reach reach, Search search) {
        return switch (reach.way()) {
            case Way.At(Position position) -> position;
            case Way.Root() -> root(view, reach);
            case Way.Through(FieldRoute field) -> place(field, search);
            case Way.Cast(Reach base) -> cast(view, reach, enter(view.node.base(), base, search));
            case Way.Hop hop -> hop(view, reach, hop, search);
        };
    }

    private Position root(TypeView view, Reach reach) {
        for (Position present : view.positions) {
            if (present.subgraph().equals(reach.subgraph())
                    && present.group().layers.equals(layers)) {
                return present;
            }
        }
        FetchGroup group =
                open(reach.subgraph(), operation, view.node, null, new FetchSelection(reach.type(), view.node.data));
        return add(view, new Position(group, group.selection, List.of(), false));
    }

    private Position cast(TypeView view, Reach reach, Position base) {
        FetchSelection selection = reach.opaque() || base.selection().type.equals(reach.type())
                ? base.selection()
                : base.selection().fragment(reach.type());
        return add(
                view,
                new Position(base.group(), selection, Sources.providedOn(base.provides(), view.type), reach.opaque()));
    }

    private Position add(TypeView view, Position position) {
        for (Position present : view.positions) {
            if (present.group() == position.group() && present.selection() == position.selection()) {
                return present;
            }
        }
        view.positions.add(position);
        return position;
    }

    private Position hop(TypeView view, Reach reach, Way.Hop hop, Search search) {
        List<Position> from = new ArrayList<>();
        hop.sources().forEach(source -> from.add(enter(view, source, search)));
        FetchGroup group = joinable(hop, from) ? Objects.requireNonNull(hop.into()) : openHop(view, reach, hop);
        Position at = add(view, new Position(group, group.selection.fragment(reach.type()), List.of(), reach.opaque()));
        from.forEach(source -> group.dependsOn(source.group()));
        EntityKey key = hop.key();
        if (key != null) {
            supply(
                    group,
                    representation(at, view),
                    requirements.of(view, key.fields().selections(), true),
                    hop.fetchesKey() ? search.forKey(view, reach.subgraph()).orElseThrow() : search);
        }
        return at;
    }

    private boolean joinable(Way.Hop hop, List<Position> from) {
        FetchGroup into = hop.into();
        return into != null
                && into.layers.equals(layers)
                && from.stream().noneMatch(source -> source.group().needs(into));
    }

    private FetchGroup openHop(TypeView view, Reach reach, Way.Hop hop) {
        FetchSelection selection = new FetchSelection(hop.key() == null ? reach.type() : "_Entity", view.node.data);
        FetchGroup group = open(reach.subgraph(), Operation.QUERY, view.node, view.node, selection);
        view.node.data.entityGroups(reach.subgraph()).add(group);
        return group;
    }

    private FetchGroup open(
            String subgraph, Operation kind, PathNode place, @Nullable PathNode at, FetchSelection selection) {
        FetchGroup group = new FetchGroup(groups.size(), subgraph, kind, at, selection, layers);
        groups.add(group);
        routes.opened(place);
        return group;
    }

    /** How many fetches it takes to have a field; 0 when it cannot be had. */
    int distance(PlanField field) {
        FieldRoute route = routes.cheapest(field, Search.FREE);
        return route == null ? 0 : route.fetches();
    }

    /** How many fetches it takes to have a view's objects in the hands of each subgraph that can be reached. */
    Map<String, Integer> distances(TypeView view) {
        Map<String, Integer> distances = new HashMap<>();
        routes.reaches(view, Search.FREE)
                .forEach((subgraph, reaches) -> reaches.stream()
                        .mapToInt(Reach::fetches)
                        .min()
                        .ifPresent(fetches -> distances.put(subgraph, fetches)));
        return distances;
    }

    /** How much work went into finding ways so far. */
    int steps() {
        return routes.steps();
    }

    /** How many subgraphs resolve the field at all; those with one go first, for they leave no choice. */
    List<String> choices(PlanField field) {
        return sources.resolving(field.view.type, field.name);
    }
}
