package org.khabar.gateway.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * What is left of a request's body once it was answered. It is read on for a while, for the sake of the next request on
 * the connection; a client that never ends it does not keep the connection.
 */
@Singleton
public final class UnreadBody {
    /** Before all that answers. */
    private static final int ORDER = -1_100;

    private final HttpConfig config;

    UnreadBody(HttpConfig config) {
        this.config = config;
    }

    void register(@Observes Router router) {
        router.route("/graphql").order(ORDER).handler(this::watch);
        router.route("/graphql/stream").order(ORDER).handler(this::watch);
    }

    /**
     * Requests are watched here for their end, too, for nothing was waited for yet. Those that want a WebSocket are no
     * exception: until they have one, they can be as slow as any other.
     */
    private void watch(RoutingContext context) {
        RequestEnd.watch(context);
        context.addEndHandler(_ -> answered(context));
        context.next();
    }

    /** Most requests have ended, or do so right after this, when they are read on. */
    private void answered(RoutingContext context) {
        if (!context.request().isEnded()) {
            context.vertx().runOnContext(_ -> waitFor(context));
        }
    }

    private void waitFor(RoutingContext context) {
        if (!context.request().isEnded()) {
            context.vertx().setTimer(config.bodyTimeout().toMillis(), _ -> {
                if (!context.request().isEnded()) {
                    giveUp(context);
                }
            });
        }
    }

    /** Goes on with what is there yet; a request of HTTP/2 that was read to its end takes no word of it any more. */
    public static void readOn(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.isEnded()) {
            request.resume();
        }
    }

    /** Ends the connection that the rest of the body would come in on, or the stream of it, once what was sent is out. */
    public static void giveUp(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.version() == HttpVersion.HTTP_2) {
            context.response().reset();
        } else {
            request.connection().close();
        }
    }
}
