package org.khabar.gateway.schema;

import java.util.concurrent.CompletableFuture;
import org.khabar.gateway.execute.SubgraphRequest;

/** Carries a request to an address without blocking; see {@link org.khabar.gateway.execute.SubgraphClient}. */
public interface SubgraphTransport {

    /** Posts the request's body to {@code url}. */
    CompletableFuture<byte[]> send(String url, SubgraphRequest request);
}
