package org.khabar.gateway.execute;

/**
 * Bounds of execution.
 *
 * @param maxAnswerDepth how deep a subgraph's answer may nest
 * @param maxErrors how many errors an answer to a client holds at most
 * @param maxRepresentationsPerFetch how many entities one fetch may ask for, and one request for several
 * @param maxRepresentations how many entities the fetches of one request may ask for together
 * @param maxContextsPerFetch how many fetches, or groups of entities with different values from contexts, one request
 *     asks for
 * @param maxRepeatedRequests how many requests are sent again for what failed along with another part of a request
 */
public record ExecutionLimits(
        int maxAnswerDepth,
        int maxErrors,
        int maxRepresentationsPerFetch,
        int maxRepresentations,
        int maxContextsPerFetch,
        int maxRepeatedRequests) {
    /** What is used where nothing is configured. */
    public static final ExecutionLimits DEFAULTS = new ExecutionLimits(200, 100, 10_000, 50_000, 50, 10);

    public ExecutionLimits {
        int least = Math.min(
                Math.min(maxAnswerDepth, maxErrors),
                Math.min(maxContextsPerFetch, Math.min(maxRepresentationsPerFetch, maxRepresentations)));
        if (least < 1 || maxRepeatedRequests < 0) {
            throw new IllegalArgumentException("Execution limits are positive; that of repeated requests may be 0");
        }
    }
}
