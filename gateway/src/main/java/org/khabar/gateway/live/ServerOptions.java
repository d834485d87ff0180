package org.khabar.gateway.live;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.util.List;
import org.khabar.gateway.guard.GuardConfig;

/** Lets the server agree to the protocol, and bounds messages as bodies are bounded. */
@Singleton
class ServerOptions implements HttpServerOptionsCustomizer {
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
        int bytes = limits.maxBodyBytes() + ENVELOPE_BYTES;
        options.setWebSocketSubProtocols(List.of(Protocol.NAME))
                .setMaxWebSocketFrameSize(bytes)
                .setMaxWebSocketMessageSize(bytes);
    }
}
