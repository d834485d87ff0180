package org.khabar.gateway.http;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The end of a request, be it that its client has left already: end handlers that are added to a context later than that
 * are never run, and between a reset and the end of its connection the response does not say that it is closed.
 */
public final class RequestEnd {
    private RequestEnd() {}

    /**
     * Runs a step once, when the request was answered or its client is gone.
     *
     * @param step is run on the event loop of the request's connection, or at once
     */
    public static void then(RoutingContext context, Runnable step) {
        AtomicBoolean hasRun = new AtomicBoolean();
        Runnable once = () -> {
            if (hasRun.compareAndSet(false, true)) {
                step.run();
            }
        };
        HttpConnection connection = context.request().connection();
        if (connection instanceof ConnectionBase known) {
            ChannelFuture closing = known.channel().closeFuture();
            ChannelFutureListener listener = _ -> once.run();
            context.addEndHandler(_ -> {
                closing.removeListener(listener);
                once.run();
            });
            closing.addListener(listener);
        } else {
            context.addEndHandler(_ -> once.run());
        }
        if (context.response().closed()) {
            once.run();
        }
    }
}
