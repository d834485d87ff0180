package org.khabar.gateway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Serves GraphiQL from the jar, where it is enabled: nothing is loaded from anywhere else. */
@Singleton
class GraphiqlRoute {
    private static final String HOME = "/graphiql";
    private static final String LIBRARY = "META-INF/resources/graphql-ui/";
    private static final Map<String, Asset> ASSETS = Map.of(
            "", new Asset("graphiql/index.html", "text/html; charset=utf-8"),
            "page.js", new Asset("graphiql/page.js", "text/javascript; charset=utf-8"),
            "page.css", new Asset("graphiql/page.css", "text/css; charset=utf-8"),
            "react.js", new Asset(LIBRARY + "react.production.min.js", "text/javascript; charset=utf-8"),
            "react-dom.js", new Asset(LIBRARY + "react-dom.production.min.js", "text/javascript; charset=utf-8"),
            "graphiql.js", new Asset(LIBRARY + "graphiql.min.js", "text/javascript; charset=utf-8"),
            "graphiql.css", new Asset(LIBRARY + "graphiql.min.css", "text/css; charset=utf-8"));
    /** GraphiQL and its editor set styles from scripts, and their fonts and icons are data URLs. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "connect-src 'self'; img-src 'self' data:; font-src 'self' data:; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'none'";

    private final GraphiqlConfig config;

    GraphiqlRoute(GraphiqlConfig config) {
        this.config = config;
    }

    void register(@Observes Router router) {
        /* The library's jar would be served as it is, with a page of its own that knows no tokens. */
        router.route("/graphql-ui*")
                .order(Integer.MIN_VALUE)
                .handler(context -> context.response().setStatusCode(404).end());
        if (config.enabled()) {
            router.get("/graphiql*").handler(GraphiqlRoute::serve);
        }
    }

    private static void serve(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.equals(HOME)) {
            context.redirect(HOME + "/");
            return;
        }
        Asset asset = path.startsWith(HOME + "/") ? ASSETS.get(path.substring(HOME.length() + 1)) : null;
        if (asset == null) {
            context.next();
            return;
        }
        context.response()
                .putHeader("Content-Type", asset.type)
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cache-Control", "max-age=3600")
                .end(asset.read());
    }

    private record Asset(String resource, String type) {
        Buffer read() {
            try (InputStream stream =
                    Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
                if (stream == null) {
                    throw new IllegalStateException("Not in the jar: " + resource);
                }
                return Buffer.buffer(stream.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
