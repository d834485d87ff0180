package org.khabar.gateway.plan;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a search must keep away from.
 *
 * @param consumers fetches that will wait for what is looked for; nothing that waits for them may be used
 * @param fields fields whose requirements are being looked for
 * @param hops entity fetches whose keys are being looked for
 * @param flat whether only keys that are at hand are used, and none for which something has to be fetched first
 * @param later what is looked for comes later than other things, which must not wait for it; null when it does not
 */
record Search(
        Set<FetchGroup> consumers,
        Set<PlanField> fields,
        Set<Hop> hops,
        boolean flat,
        @Nullable Later later) {
    /** How many keys may be looked for inside each other. */
    private static final int MAX_NESTED_KEYS = 2;

    static final Search FREE = new Search(Set.of(), Set.of(), Set.of(), false, null);

    boolean allows(FetchGroup group) {
        return consumers.stream().noneMatch(group::needs);
    }

    /** For something that comes later; fetches of its own bring it where that can be. */
    static Search later(Set<Layer> layers) {
        return new Search(Set.of(), Set.of(), Set.of(), false, new Later(layers, true));
    }

    /** The same, but it may be taken along by what comes earlier, where that need not wait for it. */
    Search takenAlong() {
        return later == null || !later.apart()
                ? this
                : new Search(consumers, fields, hops, flat, new Later(later.layers(), false));
    }

    /** Whether something may be added to a fetch that the fetch may then have to wait for. */
    boolean mayJoin(FetchGroup group) {
        return later == null || group.layers.equals(later.layers());
    }

    /** Whether something that is to be had at a position is looked for elsewhere, in a fetch that can come later. */
    boolean isApartFrom(Position at, PathNode node) {
        return later != null && later.apart() && at.group().isAskedAt(node) && !mayJoin(at.group());
    }

    /** Whether what is looked for is to have fetches of its own. */
    boolean isApart() {
        return later != null && later.apart();
    }

    boolean isFree() {
        return consumers.isEmpty() && fields.isEmpty() && hops.isEmpty() && !flat && later == null;
    }

    /** What waits for a fetch that waits for another consumer is kept away from already: searches stay few. */
    Search forConsumer(FetchGroup group) {
        if (consumers.stream().anyMatch(group::needs)) {
            return takenAlong();
        }
        Set<FetchGroup> more = new HashSet<>(consumers);
        more.removeIf(consumer -> consumer.needs(group));
        more.add(group);
        return new Search(more, fields, hops, flat, later).takenAlong();
    }

    Search forField(PlanField field) {
        Set<PlanField> more = new HashSet<>(fields);
        more.add(field);
        return new Search(consumers, more, hops, flat, later);
    }

    /** By keys at hand only. Such searches go in no circles, so they are the same for whichever key they are. */
    Search byKeysAtHand() {
        return new Search(consumers, fields, Set.of(), true, later).takenAlong();
    }

    /** For the key of an entity fetch, which may take fetches of its own; empty when that goes in circles. */
    Optional<Search> forKey(TypeView view, String target) {
        Hop hop = new Hop(view, target);
        if (flat || hops.contains(hop) || hops.size() == MAX_NESTED_KEYS) {
            return Optional.empty();
        }
        Set<Hop> more = new HashSet<>(hops);
        more.add(hop);
        return Optional.of(new Search(consumers, fields, more, flat, later).takenAlong());
    }

    /** An entity fetch from a view to a subgraph. */
    record Hop(TypeView view, String target) {}

    /**
     * That something comes later.
     *
     * @param layers with what it comes
     * @param apart whether it is kept out of fetches that bring something else
     */
    record Later(Set<Layer> layers, boolean apart) {}
}
