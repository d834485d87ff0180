package org.khabar.gateway.execute;

import java.util.stream.IntStream;

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
 * @param maxAnswerSlots how much room the objects of a request's answers take together, in slots of about 12
 *     bytes
 * @param maxRequestBytes how many bytes are written for the entities of one fetch, those taken back included
 * @param maxParts how many parts of one answer may come later ({@code @defer}, {@code @stream})
 */
public record ExecutionLimits(
        int maxAnswerDepth,
        int maxErrors,
        int maxRepresentationsPerFetch,
        int maxRepresentations,
        int maxContextsPerFetch,
        int maxRepeatedRequests,
        int maxAnswerSlots,
        int maxRequestBytes,
        int maxParts) {
    private static final int MANY_PARTS = 10_000;

    /** What is used where nothing is configured. */
    public static final ExecutionLimits DEFAULTS =
            new ExecutionLimits(200, 100, 10_000, 50_000, 50, 10, 10_000_000, 1 << 26, MANY_PARTS);

    /** Bounds with the default one on parts. */
    public ExecutionLimits(
            int maxAnswerDepth,
            int maxErrors,
            int maxRepresentationsPerFetch,
            int maxRepresentations,
            int maxContextsPerFetch,
            int maxRepeatedRequests,
            int maxAnswerSlots,
            int maxRequestBytes) {
        this(
                maxAnswerDepth,
                maxErrors,
                maxRepresentationsPerFetch,
                maxRepresentations,
                maxContextsPerFetch,
                maxRepeatedRequests,
                maxAnswerSlots,
                maxRequestBytes,
                MANY_PARTS);
    }

    public ExecutionLimits {
        int least = IntStream.of(
                        maxAnswerDepth,
                        maxErrors,
                        maxRepresentationsPerFetch,
                        maxRepresentations,
                        maxContextsPerFetch,
                        maxAnswerSlots,
                        maxRequestBytes,
                        maxParts)
                .min()
                .orElseThrow();
        if (least < 1 || maxRepeatedRequests < 0) {
            throw new IllegalArgumentException("Execution limits are positive; that of repeated requests may be 0");
        }
    }
}
