package org.khabar.gateway.execute;

/**
 * Bounds of execution.
 *
 * @param maxAnswerDepth how deep a subgraph's answer may nest
 * @param maxErrors how many errors an answer to a client holds at most
 * @param maxContextsPerFetch for how many groups of entities with different values from contexts one request asks
 */
public record ExecutionLimits(int maxAnswerDepth, int maxErrors, int maxContextsPerFetch) {
    /** What is used where nothing is configured. */
    public static final ExecutionLimits DEFAULTS = new ExecutionLimits(200, 100, 50);

    public ExecutionLimits {
        if (maxAnswerDepth < 1 || maxErrors < 1 || maxContextsPerFetch < 1) {
            throw new IllegalArgumentException("Execution limits are positive");
        }
    }
}
