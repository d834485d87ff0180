package org.khabar.gateway.schema;

import java.util.concurrent.CompletableFuture;
import org.khabar.gateway.execute.SubgraphRequest;

/** Carries requests to addresses without blocking; see {@link org.khabar.gateway.execute.SubgraphClient}. */
public interface SubgraphTransport {

    /**
     * Posts the body of a client's fetch to {@code url}. It may be sent twice where that does no harm, and is not sent
     * at all while the subgraph fails too often.
     */
    CompletableFuture<byte[]> send(String url, SubgraphRequest request);

    /** Posts the body of a question of the gateway's own, once, however the subgraph has been. */
    CompletableFuture<byte[]> inquire(String url, SubgraphRequest request);
}
