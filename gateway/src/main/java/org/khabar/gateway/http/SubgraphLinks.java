package org.khabar.gateway.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The links to all subgraphs, by name; each is made when it is first needed and outlives changes of the schema. */
@Singleton
final class SubgraphLinks {
    private final Vertx vertx;
    private final HttpConfig config;
    private final ServicesConfig services;
    private final RetryConfig retries;
    private final CircuitConfig circuits;
    private final FailureObserver observer;
    private final Map<String, SubgraphLink> links = new ConcurrentHashMap<>();

    SubgraphLinks(
            Vertx vertx,
            HttpConfig config,
            ServicesConfig services,
            RetryConfig retries,
            CircuitConfig circuits,
            FailureObserver observer) {
        this.vertx = vertx;
        this.config = config;
        this.services = services;
        this.retries = retries;
        this.circuits = circuits;
        this.observer = observer;
    }

    /** The link to a subgraph. */
    SubgraphLink get(String subgraph) {
        SubgraphLink known = links.get(subgraph);
        return known == null ? links.computeIfAbsent(subgraph, this::open) : known;
    }

    private SubgraphLink open(String subgraph) {
        ServicesConfig.Service own = services.services().get(subgraph);
        return new SubgraphLink(
                client(own),
                own == null ? config.subgraphTimeout() : own.timeout().orElse(config.subgraphTimeout()),
                new RetryBudget(retries, System::nanoTime),
                new Circuit(subgraph, circuits, observer));
    }

    private HttpClient client(ServicesConfig.@Nullable Service own) {
        HttpClientOptions options = new HttpClientOptions()
                .setKeepAlive(true)
                .setDecompressionSupported(true)
                .setConnectTimeout((int) config.connectTimeout().toMillis());
        return vertx.createHttpClient(options, pool(own));
    }

    private PoolOptions pool(ServicesConfig.@Nullable Service own) {
        int connections = config.connectionsPerSubgraph();
        int waiting = config.maxWaitingFetches();
        return new PoolOptions()
                .setHttp1MaxSize(own == null ? connections : own.connections().orElse(connections))
                .setMaxWaitQueueSize(
                        own == null ? waiting : own.maxWaitingFetches().orElse(waiting));
    }

    @PreDestroy
    void close() {
        links.values().forEach(link -> link.client().close());
    }
}
