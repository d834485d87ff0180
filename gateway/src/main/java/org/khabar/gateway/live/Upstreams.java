package org.khabar.gateway.live;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.SubgraphRequest;
import org.khabar.gateway.http.AdmittedOperation;
import org.khabar.gateway.http.HttpConfig;
import org.khabar.gateway.memory.MemoryBudget;
import org.khabar.gateway.memory.MemoryShare;
import org.khabar.gateway.schema.EngineConfig;
import org.khabar.gateway.security.Callers;

/** Opens event streams of subgraphs: one WebSocket for each, beside the subgraph's address for queries. */
@Singleton
class Upstreams {
    /** What a message has beside its payload. */
    private static final int ENVELOPE_BYTES = 1024;

    private final Vertx vertx;
    private final LiveConfig config;
    private final Callers callers;
    private final MemoryBudget memory;
    private final int maxDepth;
    private final WebSocketClient client;

    Upstreams(
            Vertx vertx,
            LiveConfig config,
            HttpConfig http,
            EngineConfig engine,
            Callers callers,
            MemoryBudget memory) {
        this.memory = memory;
        this.vertx = vertx;
        this.config = config;
        this.callers = callers;
        this.maxDepth = engine.maxAnswerDepth();
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(config.maxSubscriptions())
                .setConnectTimeout((int) http.connectTimeout().toMillis())
                .setMaxFrameSize(config.maxEventBytes() + ENVELOPE_BYTES)
                .setMaxMessageSize(config.maxEventBytes() + ENVELOPE_BYTES));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** The stream of a subscription's events, to be opened. */
    Upstream stream(AdmittedOperation operation, Session session, EventListener listener) {
        SubgraphRequest request = operation.schema().executor().eventRequest(operation.plan(), operation.input());
        String url = operation.schema().urls().get(request.subgraph());
        return new Upstream(this, request, url, session, listener);
    }

    Vertx vertx() {
        return vertx;
    }

    LiveConfig config() {
        return config;
    }

    Callers callers() {
        return callers;
    }

    /** What the parts of an event are taken out of. */
    MemoryShare memory(Session session) {
        return memory.lasting(session.client(), UpstreamInput.FREE_BYTES);
    }

    int maxDepth() {
        return maxDepth;
    }

    WebSocketClient client() {
        return client;
    }

    /** Where a subgraph takes WebSockets. */
    static WebSocketConnectOptions address(@Nullable String url) {
        String known = url == null ? "" : url;
        return new WebSocketConnectOptions()
                .setAbsoluteURI(known.replaceFirst("^http", "ws"))
                .setSubProtocols(List.of(Protocol.NAME));
    }
}
