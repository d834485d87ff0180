package org.khabar.gateway.plan;

import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.Reach.Way;
import org.khabar.gateway.supergraph.EntityKey;

/** Finds entity fetches: from where a view's objects are to a subgraph with a key whose fields are at hand. */
final class HopFinder {
    private final Sources sources;
    private final Types types;
    private final Resolvability resolvability;
    private final NestedKeyFinder nested;
    private int steps;

    HopFinder(Sources sources, Types types, Resolvability resolvability, NestedKeyFinder nested) {
        this.nested = nested;
        this.sources = sources;
        this.types = types;
        this.resolvability = resolvability;
    }

    /** How often it has looked for a hop so far, which is most of the work of finding ways. */
    int steps() {
        return steps;
    }

    /** Adds the hops to what was found without, chains of hops included, until nothing gets cheaper. */
    void addTo(Map<String, List<Reach>> found, TypeView view, Search search) {
        List<String> targets = targets(view, found);
        boolean changed = !targets.isEmpty();
        while (changed) {
            changed = false;
            for (String target : targets) {
                Reach hop = find(found, view, target, true, search);
                changed |= hop != null && improve(found, hop);
            }
        }
    }

    private static boolean improve(Map<String, List<Reach>> found, Reach hop) {
        List<Reach> present = found.computeIfAbsent(hop.subgraph(), _ -> new ArrayList<>());
        if (present.stream().anyMatch(other -> other.provides().isEmpty() && !hop.isCheaperThan(other))) {
            return false;
        }
        present.removeIf(other -> other.way() instanceof Way.Hop);
        present.add(hop);
        return true;
    }

    private List<String> targets(TypeView view, Map<String, List<Reach>> found) {
        int earliest = Integer.MAX_VALUE;
        for (List<Reach> reaches : found.values()) {
            for (Reach reach : reaches) {
                earliest = Math.min(earliest, reach.depth());
            }
        }
        int next = earliest + 1;
        return sources.subgraphs().stream()
                .filter(subgraph -> !isThere(found.getOrDefault(subgraph, List.of()), next))
                .filter(subgraph -> isRootType(view, subgraph)
                        || !sources.keys(view.type, subgraph).isEmpty())
                .filter(subgraph -> !types.isAbstract(view.type) || view.isBase())
                .toList();
    }

    /** Whether no hop can get there with fewer fetches or sooner: one ends after some other fetch. */
    private static boolean isThere(List<Reach> reaches, int next) {
        for (Reach reach : reaches) {
            if (reach.fetches() == 0
                    && reach.depth() <= next
                    && reach.provides().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean isRootType(TypeView view, String subgraph) {
        return !view.node.isRoot()
                && sources.isQueryType(view.type)
                && sources.nameIn(view.type, subgraph).isPresent();
    }

    /**
     * The cheapest hop to one subgraph; null when there is none.
     *
     * @param found from where it may start
     * @param join whether it may join a fetch that is there already
     */
    @Nullable
    Reach find(Map<String, List<Reach>> found, TypeView view, String target, boolean join, Search search) {
        steps++;
        Reach best = null;
        if (isRootType(view, target)) {
            return rootHop(found, view, target, join, search);
        }
        for (EntityKey key : sources.keys(view.type, target)) {
            List<Reach> from = keySources(found, view, target, key.fields().selections());
            if (!from.isEmpty()) {
                best = cheaper(hop(view, target, key, from, join, search), best);
            }
            best = cheaper(nested.find(found, view, target, key, search, best), best);
        }
        return best;
    }

    private static @Nullable Reach cheaper(@Nullable Reach hop, @Nullable Reach best) {
        return hop != null && hop.isCheaperThan(best) ? hop : best;
    }

    private @Nullable Reach rootHop(
            Map<String, List<Reach>> found, TypeView view, String target, boolean join, Search search) {
        Reach cheapest = null;
        for (Reach reach : found.values().stream().flatMap(List::stream).toList()) {
            cheapest = reach.isCheaperThan(cheapest) ? reach : cheapest;
        }
        return cheapest == null ? null : hop(view, target, null, List.of(cheapest), join, search);
    }

    private List<Reach> keySources(Map<String, List<Reach>> found, TypeView view, String target, SelectionSet key) {
        Reach single = cheapest(found, view, target, key);
        if (single != null && single.fetches() == 0) {
            return List.of(single);
        }
        List<Reach> several = cheapestParts(found, view, target, key);
        boolean isSingle = single != null && (several.isEmpty() || !isCheaper(several, single));
        return isSingle ? List.of(single) : several;
    }

    /** For each field of the key by itself the cheapest source; empty when one has none. */
    private List<Reach> cheapestParts(Map<String, List<Reach>> found, TypeView view, String target, SelectionSet key) {
        List<Reach> several = new ArrayList<>();
        for (Selection<?> part : key.getSelections()) {
            Reach source = cheapest(found, view, target, new SelectionSet(List.of(part)));
            if (source == null) {
                return List.of();
            }
            if (several.stream().noneMatch(other -> other == source)) {
                several.add(source);
            }
        }
        return several;
    }

    private static boolean isCheaper(List<Reach> several, Reach single) {
        int fetches = several.stream().mapToInt(Reach::fetches).sum();
        int depth = several.stream().mapToInt(Reach::depth).max().orElse(0);
        return fetches < single.fetches() || fetches == single.fetches() && depth < single.depth();
    }

    private @Nullable Reach cheapest(Map<String, List<Reach>> found, TypeView view, String target, SelectionSet key) {
        Reach best = null;
        for (List<Reach> reaches : found.values()) {
            for (Reach reach : reaches) {
                boolean better = reach.isCheaperThan(best) && mayStart(view, reach, target);
                if (better && resolvability.resolvesAll(view, key, reach)) {
                    best = reach;
                }
            }
        }
        return best;
    }

    /**
     * An interface is entered only between a subgraph that has it as an interface and one that knows it as an object;
     * an object type only from where the objects' types are known.
     */
    private boolean mayStart(TypeView view, Reach from, String target) {
        if (!types.isAbstract(view.type)) {
            return !from.opaque();
        }
        return from.opaque() || sources.isInterfaceObject(view.type, target);
    }

    private Reach hop(
            TypeView view, String target, @Nullable EntityKey key, List<Reach> from, boolean join, Search search) {
        String type = sources.nameIn(view.type, target).orElseThrow();
        FetchGroup into = join ? joinable(view, target, key == null, from, search) : null;
        int fetches = from.stream().mapToInt(Reach::fetches).sum() + (into == null ? 1 : 0);
        int depth = from.stream().mapToInt(Reach::depth).max().orElse(0) + 1;
        return new Reach(
                target,
                type,
                fetches,
                into == null ? depth : Math.max(depth, into.depth()),
                types.isAbstract(view.type) && sources.isInterfaceObject(type, target),
                List.of(),
                new Way.Hop(key, from, into, false));
    }

    private @Nullable FetchGroup joinable(TypeView view, String target, boolean root, List<Reach> from, Search search) {
        for (FetchGroup group : view.node.data.entityGroups(target)) {
            if (group.at == view.node
                    && group.representations.isEmpty() == root
                    && (root || canShare(group, view, target))
                    && search.allows(group)
                    && search.mayJoin(group)
                    && from.stream().noneMatch(source -> waitsFor(source, group))) {
                return group;
            }
        }
        return null;
    }

    /**
     * A subgraph that knows an interface as an object answers for objects of all types what is asked of one, and what
     * fails there would take those away of which it was not asked. So each type is asked for by itself.
     */
    private boolean canShare(FetchGroup group, TypeView view, String target) {
        boolean isOpaque = sources.nameIn(view.type, target)
                .filter(name -> !name.equals(view.type))
                .isPresent();
        return !isOpaque || group.representations.keySet().equals(Set.of(view.type));
    }

    private static boolean waitsFor(Reach reach, FetchGroup group) {
        return switch (reach.way()) {
            case Way.At(Position position) -> position.group().needs(group);
            case Way.Root() -> false;
            case Way.Through(Reach.FieldRoute field) -> waitsFor(field.reach(), group);
            case Way.Cast(Reach base) -> waitsFor(base, group);
            case Way.Hop hop -> {
                FetchGroup into = hop.into();
                yield into != null && into.needs(group)
                        || hop.sources().stream().anyMatch(source -> waitsFor(source, group));
            }
        };
    }
}
