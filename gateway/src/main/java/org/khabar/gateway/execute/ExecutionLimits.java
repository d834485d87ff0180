package org.khabar.gateway.execute;

/**
 * Bounds of execution.
 *
 * @param maxAnswerDepth how deep a subgraph's answer may nest
 * @param maxErrors how many errors an answer to a client holds at most
 * @param maxRepresentationsPerFetch how many entities one fetch may ask for
 * @param maxRepresentations how many entities the fetches of one request may ask for together
 */
public record ExecutionLimits(
        int maxAnswerDepth, int maxErrors, int maxRepresentationsPerFetch, int maxRepresentations) {
    /** What is used where nothing is configured. */
    public static final ExecutionLimits DEFAULTS = new ExecutionLimits(200, 100, 10_000, 50_000);

    public ExecutionLimits {
        if (maxAnswerDepth < 1 || maxErrors < 1 || maxRepresentationsPerFetch < 1 || maxRepresentations < 1) {
            throw new IllegalArgumentException("Execution limits are positive");
        }
    }
}
