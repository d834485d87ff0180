package org.khabar.gateway.execute;

import org.khabar.gateway.plan.PlanNode.FetchNode;

/**
 * Is told of the fetches of a plan as one run of it comes to them, from whatever thread does. A fetch that a condition
 * leaves out is none of them; one that streams is told of twice, for the first items of its lists and for the others,
 * never at once. Must not block.
 */
public interface NodeObserver {

    /** A fetch has its turn; what it sends, if anything, comes after. */
    void begun(FetchNode fetch);

    /**
     * It is over, with everything that it had sent.
     *
     * @param outcome {@code OK}, {@code PARTIAL} when answers have errors for it, {@code CANCELLED}, or the code that
     *     clients see
     */
    void ended(FetchNode fetch, String outcome);
}
