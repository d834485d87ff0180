package org.khabar.gateway.execute;

/**
 * Bounds of execution.
 *
 * @param maxAnswerDepth how deep a subgraph's answer may nest
 * @param maxErrors how many errors an answer to a client holds at most
 */
public record ExecutionLimits(int maxAnswerDepth, int maxErrors) {
    /** What is used where nothing is configured. */
    public static final ExecutionLimits DEFAULTS = new ExecutionLimits(200, 100);

    public ExecutionLimits {
        if (maxAnswerDepth < 1 || maxErrors < 1) {
            throw new IllegalArgumentException("Execution limits are positive");
        }
    }
}
