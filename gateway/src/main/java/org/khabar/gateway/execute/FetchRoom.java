package org.khabar.gateway.execute;

import org.jspecify.annotations.Nullable;

/** What one fetch may still ask for, and what may still be done to find it out; all that it asks for shares it. */
final class FetchRoom {
    private final ExecutionLimits limits;
    private final int maxEntities;
    private int entities;
    private int groups;
    private long bytes;
    private long steps;
    private @Nullable Bound crossed;

    /**
     * Room for a fetch.
     *
     * @param maxEntities how many entities it may ask for
     */
    FetchRoom(ExecutionLimits limits, int maxEntities) {
        this.limits = limits;
        this.maxEntities = maxEntities;
    }

    /** Whether a bound was crossed; nothing is asked then. */
    boolean isExceeded() {
        return crossed != null;
    }

    /** Takes an entity; false when there is no room left. */
    boolean takeEntity() {
        return within(++entities <= maxEntities, Bound.ENTITIES);
    }

    /** Takes a group of entities, which has one at least; false when there is no room left. */
    boolean takeGroup() {
        return within(++groups <= maxEntities, Bound.ENTITIES);
    }

    /** Takes bytes that were written, even if they are taken back; false when there is no room left. */
    boolean takeBytes(long more) {
        bytes += more;
        return within(bytes <= limits.maxRequestBytes(), Bound.BYTES);
    }

    /** Takes steps through the tree; false when there is no room left. */
    boolean takeSteps(long more) {
        steps += more;
        return within(steps <= limits.maxAnswerSlots(), Bound.STEPS);
    }

    private boolean within(boolean fits, Bound bound) {
        if (!fits && crossed == null) {
            crossed = bound;
        }
        return crossed == null;
    }

    /** Why nothing is asked. */
    SubgraphFailure failure(String subgraph) {
        return switch (crossed) {
            case BYTES -> SubgraphFailure.tooLargeRequest(subgraph, limits);
            case STEPS -> SubgraphFailure.tooManyContexts(subgraph, limits);
            case ENTITIES -> SubgraphFailure.tooManyEntities(subgraph, limits, maxEntities);
            case null -> throw new IllegalStateException("There is room");
        };
    }

    private enum Bound {
        ENTITIES,
        BYTES,
        STEPS
    }
}
