package org.khabar.gateway.execute;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to a subgraph.
 *
 * @param subgraph its name
 * @param body the JSON to post
 * @param headers what is forwarded of the client's request
 * @param timeLeft how long the whole request may still take; the client may have a shorter limit of its own
 * @param budget what the answer's bytes are taken out of as they arrive
 * @param repeatable whether it does nothing, so that it may be sent again where it is not known what became of it
 * @param observer is told when it is sent again, or not at all for another's sake; null when nobody wants to know
 */
public record SubgraphRequest(
        String subgraph,
        byte[] body,
        Map<String, String> headers,
        Duration timeLeft,
        ByteBudget budget,
        boolean repeatable,
        @Nullable FetchObserver observer) {
    public SubgraphRequest {
        headers = Map.copyOf(headers);
    }

    /** A request that nobody is told of. */
    public SubgraphRequest(
            String subgraph,
            byte[] body,
            Map<String, String> headers,
            Duration timeLeft,
            ByteBudget budget,
            boolean repeatable) {
        this(subgraph, body, headers, timeLeft, budget, repeatable, null);
    }

    /** A request that is sent once only. */
    public SubgraphRequest(
            String subgraph, byte[] body, Map<String, String> headers, Duration timeLeft, ByteBudget budget) {
        this(subgraph, body, headers, timeLeft, budget, false);
    }
}
