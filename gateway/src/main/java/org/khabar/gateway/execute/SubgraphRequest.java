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
 */
public record SubgraphRequest(
        String subgraph, byte[] body, Map<String, String> headers, Duration timeLeft, ByteBudget budget) {
    public SubgraphRequest {
        headers = Map.copyOf(headers);
    }
}
