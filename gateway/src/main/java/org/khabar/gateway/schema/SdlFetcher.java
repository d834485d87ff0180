package org.khabar.gateway.schema;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.ByteBudget;
import org.khabar.gateway.execute.SubgraphFailure;
import org.khabar.gateway.execute.SubgraphRequest;
import org.khabar.gateway.json.JsonReader;
import org.khabar.gateway.json.JsonSyntaxException;
import org.khabar.gateway.security.ServiceTokens;

/** Asks subgraphs for their schemas, as the gateway itself. */
final class SdlFetcher {
    private static final byte[] QUERY = "{\"query\":\"{_service{sdl}}\"}".getBytes(StandardCharsets.UTF_8);
    private static final int MAX_DEPTH = 50;

    private final SubgraphTransport transport;
    private final ServiceTokens tokens;
    private final Duration timeout;

    SdlFetcher(SubgraphTransport transport, ServiceTokens tokens, Duration timeout) {
        this.transport = transport;
        this.tokens = tokens;
        this.timeout = timeout;
    }

    CompletableFuture<String> fetch(SubgraphAddress subgraph) {
        return tokens.own()
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .transform(e -> new IllegalStateException("no token for the gateway's own account: " + e, e))
                .subscribeAsCompletionStage()
                .thenCompose(token -> transport.inquire(
                        subgraph.url(),
                        new SubgraphRequest(
                                subgraph.name(),
                                QUERY,
                                Map.of("Authorization", "Bearer " + token),
                                timeout,
                                ByteBudget.unlimited())))
                .thenApply(answer -> sdl(subgraph, answer));
    }

    private static String sdl(SubgraphAddress subgraph, byte[] answer) {
        try {
            Object body = JsonReader.read(answer, MAX_DEPTH);
            if (at(at(at(body, "data"), "_service"), "sdl") instanceof String sdl) {
                return sdl;
            }
            throw SubgraphFailure.unavailable(
                    subgraph.name(), "it does not hand out its schema: " + at(body, "errors"));
        } catch (JsonSyntaxException e) {
            throw SubgraphFailure.unavailable(subgraph.name(), "it sent no JSON", e);
        }
    }

    private static @Nullable Object at(@Nullable Object value, String key) {
        return value instanceof Map<?, ?> map ? map.get(key) : null;
    }
}
