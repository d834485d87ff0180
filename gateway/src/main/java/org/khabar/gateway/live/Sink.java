package org.khabar.gateway.live;

import java.util.List;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.execute.ExecutionResult;

/** Where the answers of one operation go. Used on the event loop of its connection. */
interface Sink {

    /**
     * Sends an answer.
     *
     * @param taken is run when it has left the process, or cannot any more
     */
    void next(ExecutionResult answer, Runnable taken);

    /** What the connection speaks, for the log. */
    String transport();

    /** Ends the operation because of something other than its answers. */
    void fail(List<ExecutionError> errors);

    /** Ends the operation. */
    void complete();

    /** Whether the client does not take off what was sent; it is told when that is over ({@link Running#drained}). */
    boolean isFull();
}
