package org.khabar.gateway.plan;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a search must keep away from.
 *
 * @param consumers fetches that will wait for what is looked for; nothing that waits for them may be used
 * @param fields fields whose requirements are being looked for
 * @param hops entity fetches whose keys are being looked for
 * @param flat whether only keys that are at hand are used, and none for which something has to be fetched first
 */
record Search(Set<FetchGroup> consumers, Set<PlanField> fields, Set<Hop> hops, boolean flat) {
    /** How many keys may be looked for inside each other. */
    private static final int MAX_NESTED_KEYS = 2;

    static final Search FREE = new Search(Set.of(), Set.of(), Set.of(), false);

    boolean allows(FetchGroup group) {
        return consumers.stream().noneMatch(group::needs);
    }

    boolean isFree() {
        return consumers.isEmpty() && fields.isEmpty() && hops.isEmpty() && !flat;
    }

    /** What waits for a fetch that waits for another consumer is kept away from already: searches stay few. */
    Search forConsumer(FetchGroup group) {
        if (consumers.stream().anyMatch(group::needs)) {
            return this;
        }
        Set<FetchGroup> more = new HashSet<>(consumers);
        more.removeIf(consumer -> consumer.needs(group));
        more.add(group);
        return new Search(more, fields, hops, flat);
    }

    Search forField(PlanField field) {
        Set<PlanField> more = new HashSet<>(fields);
        more.add(field);
        return new Search(consumers, more, hops, flat);
    }

    /** By keys at hand only. Such searches go in no circles, so they are the same for whichever key they are. */
    Search byKeysAtHand() {
        return new Search(consumers, fields, Set.of(), true);
    }

    /** For the key of an entity fetch, which may take fetches of its own; empty when that goes in circles. */
    Optional<Search> forKey(TypeView view, String target) {
        Hop hop = new Hop(view, target);
        if (flat || hops.contains(hop) || hops.size() == MAX_NESTED_KEYS) {
            return Optional.empty();
        }
        Set<Hop> more = new HashSet<>(hops);
        more.add(hop);
        return Optional.of(new Search(consumers, fields, more, flat));
    }

    /** An entity fetch from a view to a subgraph. */
    record Hop(TypeView view, String target) {}
}
