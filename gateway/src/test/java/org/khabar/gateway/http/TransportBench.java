package org.khabar.gateway.http;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.khabar.gateway.execute.ByteBudget;
import org.khabar.gateway.execute.SubgraphFailure;
import org.khabar.gateway.execute.SubgraphRequest;

/** The way to subgraphs without the rest of the gateway, and what it tells of itself. */
final class TransportBench implements AutoCloseable, FailureObserver {
    final Vertx vertx = Vertx.vertx();
    final List<CircuitState> states = new CopyOnWriteArrayList<>();
    final AtomicInteger spared = new AtomicInteger();
    final AtomicInteger repeated = new AtomicInteger();
    private final SubgraphLinks links;
    private final HttpSubgraphTransport transport;

    /** A way to subgraphs with some configuration. */
    TransportBench(Map<String, String> properties) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(HttpConfig.class)
                .withMapping(ServicesConfig.class)
                .withMapping(RetryConfig.class)
                .withMapping(CircuitConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(properties, "test", 500))
                .build();
        HttpConfig http = config.getConfigMapping(HttpConfig.class);
        this.links = new SubgraphLinks(
                vertx,
                http,
                config.getConfigMapping(ServicesConfig.class),
                config.getConfigMapping(RetryConfig.class),
                config.getConfigMapping(CircuitConfig.class),
                this);
        this.transport = new HttpSubgraphTransport(vertx, links, http, this);
    }

    CompletableFuture<byte[]> send(String url, SubgraphRequest request) {
        return transport.send(url, request);
    }

    /** Sends a query and waits for what becomes of it. */
    String ask(FakeSubgraph subgraph) {
        return outcome(send(subgraph.url(), query("shop")));
    }

    /** The answer, or the code and the message of the failure. */
    static String outcome(CompletableFuture<byte[]> answer) {
        try {
            return new String(answer.join(), StandardCharsets.UTF_8);
        } catch (CompletionException e) {
            return e.getCause() instanceof SubgraphFailure known
                    ? known.code() + ": " + known.getMessage()
                    : String.valueOf(e.getCause());
        }
    }

    static SubgraphRequest query(String subgraph) {
        return request(subgraph, "{\"query\":\"{name}\"}", true);
    }

    static SubgraphRequest mutation(String subgraph) {
        return request(subgraph, "{\"query\":\"mutation{rename}\"}", false);
    }

    private static SubgraphRequest request(String subgraph, String body, boolean repeatable) {
        return new SubgraphRequest(
                subgraph,
                body.getBytes(StandardCharsets.UTF_8),
                Map.of("Authorization", "Bearer someone"),
                Duration.ofSeconds(20),
                new ByteBudget(1_000_000),
                repeatable);
    }

    @Override
    public void repeated(String subgraph) {
        repeated.incrementAndGet();
    }

    @Override
    public void spared(String subgraph) {
        spared.incrementAndGet();
    }

    @Override
    public void changed(String subgraph, CircuitState state) {
        states.add(state);
    }

    @Override
    public void close() {
        links.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
