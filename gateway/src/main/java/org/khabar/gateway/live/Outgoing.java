package org.khabar.gateway.live;

import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.execute.ExecutionResult;
import org.khabar.gateway.http.OperationGate;
import org.khabar.gateway.memory.MemoryShare;

/** Answers on their way to a client, which are copied into messages. */
final class Outgoing {
    /** What waits to leave the process: the message, and what it was made of until it is. */
    private static final int COPIES = 2;

    /** What an event's answer has for free: small ones go on when there is no memory left. */
    private static final int FREE_BYTES = MemoryShare.LASTING_FREE_BYTES;

    private Outgoing() {}

    /** There is no memory left. */
    static ExecutionError noMemory(String what) {
        return ExecutionError.of("The gateway has no memory left for " + what + " now", "OVERLOADED", null);
    }

    /** There is none left for a client, which may be its own doing. */
    static ExecutionError noMemory(String what, MemoryShare memory) {
        return memory.isClientFull()
                ? ExecutionError.of(
                        "What you ask for holds as much memory as one client may have now: there is none left for "
                                + what,
                        "OVERLOADED",
                        null)
                : noMemory(what);
    }

    /** What the answer to an event is taken out of, from when it is made until it has left. */
    static MemoryShare share(OperationGate gate, Session session) {
        return gate.share(session.client(), FREE_BYTES);
    }

    /** The answer, or if there is no memory for its message, an answer that says so. */
    static ExecutionResult fitting(ExecutionResult answer, MemoryShare memory) {
        return memory.tryTake(COPIES * answer.size())
                ? answer
                : ExecutionResult.refused(noMemory("the answer", memory));
    }
}
