package org.khabar.gateway.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows operations on their way through the gateway, when somebody wants to see where their time goes. */
public interface OperationTracer {

    /**
     * An operation was read.
     *
     * @param forwarded what subgraphs are sent of the request's headers, with the trace that the client has begun
     * @return who is told of the rest; null when nobody wants to know
     */
    @Nullable
    OperationTrace begin(Map<String, String> forwarded);
}
