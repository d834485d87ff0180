package org.khabar.gateway.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.khabar.gateway.execute.FetchObserver;
import org.khabar.gateway.execute.SubgraphRequest;
import org.khabar.gateway.schema.SubgraphTransport;

/** Sends fetches over pooled HTTP connections, as long as their subgraph is well enough. */
@Singleton
public final class HttpSubgraphTransport implements SubgraphTransport {
    private static final int MAX_ADDRESSES = 10_000;

    private final Vertx vertx;
    private final SubgraphLinks links;
    private final HttpConfig config;
    private final FailureObserver observer;
    private final SharedFetches shared;
    /** By their URLs, of which there are as many as subgraphs until a schema brings others. */
    private final LoadingCache<String, SubgraphAddress> addresses =
            Caffeine.newBuilder().maximumSize(MAX_ADDRESSES).build(SubgraphAddress::of);

    HttpSubgraphTransport(Vertx vertx, SubgraphLinks links, HttpConfig config, FailureObserver observer) {
        this.vertx = vertx;
        this.links = links;
        this.config = config;
        this.observer = observer;
        this.shared = new SharedFetches(vertx, this::guarded);
    }

    @Override
    public CompletableFuture<byte[]> send(String url, SubgraphRequest request) {
        return config.shareFetches() && request.repeatable() ? shared.send(url, request) : guarded(url, request);
    }

    @Override
    public CompletableFuture<byte[]> inquire(String url, SubgraphRequest request) {
        return start(new SubgraphExchange(
                addresses.get(url), request, links.get(request.subgraph()), config.maxAnswerBytes()));
    }

    private CompletableFuture<byte[]> guarded(String url, SubgraphRequest request) {
        SubgraphLink link = links.get(request.subgraph());
        SubgraphExchange exchange = new SubgraphExchange(addresses.get(url), request, link, config.maxAnswerBytes());
        if (!link.circuit().tryEnter()) {
            return CompletableFuture.failedFuture(link.circuit().refusal());
        }
        long startedAt = System.nanoTime();
        if (request.repeatable()) {
            link.retries().sent();
            exchange.repeatOnce(() -> mayRepeat(request, link));
        }
        exchange.answer()
                .whenComplete((_, _) -> link.circuit().record(exchange.outcome(), System.nanoTime() - startedAt));
        return start(exchange);
    }

    private boolean mayRepeat(SubgraphRequest request, SubgraphLink link) {
        boolean mayRepeat = link.circuit().isClosed() && link.retries().tryTake();
        if (mayRepeat) {
            observer.repeated(request.subgraph());
            FetchObserver watching = request.observer();
            if (watching != null) {
                watching.repeated();
            }
        }
        return mayRepeat;
    }

    private CompletableFuture<byte[]> start(SubgraphExchange exchange) {
        long timer = vertx.setTimer(exchange.limit(), _ -> exchange.timeOut());
        CompletableFuture<byte[]> answer = exchange.answer();
        exchange.connect();
        answer.whenComplete((_, _) -> {
            vertx.cancelTimer(timer);
            exchange.giveUpIfCancelled();
        });
        return answer;
    }
}
