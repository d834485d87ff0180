package org.khabar.gateway.live;

import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.execute.ExecutionResult;
import org.khabar.gateway.memory.MemoryShare;

/** Answers on their way to a client, which are copied into messages. */
final class Outgoing {
    /** What waits to leave the process: the message, and what it was made of until it is. */
    private static final int COPIES = 2;

    private Outgoing() {}

    /** There is no memory left. */
    static ExecutionError noMemory(String what) {
        return ExecutionError.of("The gateway has no memory left for " + what + " now", "OVERLOADED", null);
    }

    /** The answer, or if there is no memory for its message, an answer that says so. */
    static ExecutionResult fitting(ExecutionResult answer, MemoryShare memory) {
        return memory.tryTake(COPIES * answer.size()) ? answer : ExecutionResult.refused(noMemory("the answer"));
    }
}
