package org.khabar.gateway.execute;

import java.time.Duration;
import java.util.Map;

/**
 * A request to a subgraph.
 *
 * @param subgraph its name
 * @param body the JSON to post
 * @param headers what is forwarded of the client's request
 * @param timeLeft how long the whole request may still take; the client may have a shorter limit of its own
 * @param budget what the answer's bytes are taken out of as they arrive
 * @param repeatable whether it does nothing, so that it may be sent again where it is not known what became of it
 */
public record SubgraphRequest(
        String subgraph,
        byte[] body,
        Map<String, String> headers,
        Duration timeLeft,
        ByteBudget budget,
        boolean repeatable) {
    public SubgraphRequest {
        headers = Map.copyOf(headers);
    }

    /** A request that is sent once only. */
    public SubgraphRequest(
            String subgraph, byte[] body, Map<String, String> headers, Duration timeLeft, ByteBudget budget) {
        this(subgraph, body, headers, timeLeft, budget, false);
    }
}
