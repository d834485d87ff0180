package org.khabar.gateway.plan;

import java.util.Optional;
import java.util.function.Supplier;

/** Keeps plans for operations that come again. Bounded; safe for use by many threads. */
public interface PlanCache {

    /** The plan for an operation, if it is there. */
    Optional<QueryPlan> find(PlanKey key);

    /**
     * The plan for an operation, made now if it is not there.
     *
     * @param key what is the same for operations that are planned alike
     */
    QueryPlan get(PlanKey key, Supplier<QueryPlan> made);

    /** About how many plans are kept. */
    long size();
}
