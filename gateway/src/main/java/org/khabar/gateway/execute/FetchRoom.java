package org.khabar.gateway.execute;

import org.jspecify.annotations.Nullable;
import org.khabar.gateway.memory.MemoryShare;

/** What one fetch may still ask for, and what may still be done to find it out; all that it asks for shares it. */
final class FetchRoom {
    /** What is written stands in the representations, in the request, and in what has grown too small for either. */
    private static final int COPIES = 3;

    /** So many bytes are paid for with memory at once; the first so many not at all. */
    private static final int BLOCK = 16_384;

    private final ExecutionLimits limits;
    private final MemoryShare memory;
    private final int maxEntities;
    private int entities;
    private int groups;
    private long bytes;
    private long paid = BLOCK;
    private long steps;
    private @Nullable Bound crossed;

    /**
     * Room for a fetch.
     *
     * @param maxEntities how many entities it may ask for
     * @param memory where room for what is written is taken
     */
    FetchRoom(ExecutionLimits limits, int maxEntities, MemoryShare memory) {
        this.limits = limits;
        this.memory = memory.part();
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
        return within(bytes <= limits.maxRequestBytes(), Bound.BYTES) && within(isPaid(), Bound.MEMORY);
    }

    private boolean isPaid() {
        if (bytes <= paid) {
            return true;
        }
        long blocks = (bytes - paid + BLOCK - 1) / BLOCK * BLOCK;
        paid += blocks;
        return memory.tryTake(blocks * COPIES);
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

    /** Why nothing is asked; what was written until then is not needed any more. */
    SubgraphFailure failure(String subgraph) {
        memory.close();
        return switch (crossed) {
            case BYTES -> SubgraphFailure.tooLargeRequest(subgraph, limits);
            case STEPS -> SubgraphFailure.tooManyContexts(subgraph, limits);
            case ENTITIES -> SubgraphFailure.tooManyEntities(subgraph, limits, maxEntities);
            case MEMORY -> SubgraphFailure.noMemory(subgraph);
            case null -> throw new IllegalStateException("There is room");
        };
    }

    private enum Bound {
        ENTITIES,
        BYTES,
        MEMORY,
        STEPS
    }
}
