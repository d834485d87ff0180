package org.khabar.gateway.live;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.util.List;
import org.khabar.gateway.guard.GuardConfig;

/**
 * Lets the server agree to the protocol, and bounds messages as bodies are bounded. Messages are not compressed: what is
 * bounded is what comes in, and that could become a thousand times as much.
 */
@Singleton
class ServerOptions implements HttpServerOptionsCustomizer {
    /** What a message has beside the request in it. */
    private static final int ENVELOPE_BYTES = 1024;

    private final GuardConfig limits;

    ServerOptions(GuardConfig limits) {
        this.limits = limits;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        customize(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customize(options);
    }

    private void customize(HttpServerOptions options) {
        int bytes = maxMessageBytes(limits);
        options.setWebSocketSubProtocols(List.of(Protocol.NAME))
                .setMaxWebSocketFrameSize(bytes)
                .setMaxWebSocketMessageSize(bytes)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false);
    }

    /** How large a client's message may be. */
    static int maxMessageBytes(GuardConfig limits) {
        return limits.maxBodyBytes() + ENVELOPE_BYTES;
    }
}
