package org.khabar.gateway.schema;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.SubgraphClient;
import org.khabar.gateway.execute.SubgraphFailure;
import org.khabar.gateway.execute.SubgraphRequest;

/** Sends fetches to the addresses of one schema's subgraphs, and tells how they went. */
final class ObservedClient implements SubgraphClient {
    private final Map<String, String> urls;
    private final SubgraphTransport transport;
    private final ServingObserver observer;

    ObservedClient(Map<String, String> urls, SubgraphTransport transport, ServingObserver observer) {
        this.urls = Map.copyOf(urls);
        this.transport = transport;
        this.observer = observer;
    }

    @Override
    public CompletableFuture<byte[]> send(SubgraphRequest request) {
        String url = urls.get(request.subgraph());
        if (url == null) {
            return CompletableFuture.failedFuture(
                    SubgraphFailure.unavailable(request.subgraph(), "its address is not known"));
        }
        long start = System.nanoTime();
        CompletableFuture<byte[]> answer = transport.send(url, request);
        answer.whenComplete((_, failure) ->
                observer.fetched(request.subgraph(), outcome(failure), Duration.ofNanos(System.nanoTime() - start)));
        return answer;
    }

    private static String outcome(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> "OK";
            case CancellationException _ -> "CANCELLED";
            case SubgraphFailure known -> known.code();
            case CompletionException wrapped when wrapped.getCause() != null -> outcome(wrapped.getCause());
            default -> "SUBGRAPH_UNAVAILABLE";
        };
    }
}
