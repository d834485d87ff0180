package org.khabar.gateway.execute;

import java.util.concurrent.CompletableFuture;

/** Carries requests to subgraphs. */
public interface SubgraphClient {

    /**
     * Sends a request without blocking.
     *
     * @return the body of the answer, as long as it is one that may hold a GraphQL response; or a failure, best a
     *     {@link SubgraphFailure}. Cancelling it gives the request up. Its bytes are taken out of the request's budget
     *     as they arrive, and it fails once there is nothing left.
     */
    CompletableFuture<byte[]> send(SubgraphRequest request);
}
