package org.khabar.gateway.http;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The end of a request, be it that its client has left already. A context alone does not tell it: end handlers that are
 * added after a reset are never run, the response does not say that it is closed until the stream or connection is, and
 * both are of the connection's event loop while others may ask on theirs. So the request is watched from its head on, and
 * who comes later hears of it here. Safe for use by many threads.
 */
public final class RequestEnd {
    private static final Logger LOG = Logger.getLogger(RequestEnd.class);
    private static final String KEY = RequestEnd.class.getName();

    private final List<Runnable> steps = new ArrayList<>(2);
    private boolean isOver;

    private RequestEnd() {}

    /** Watches a request from now on; to be called on its event loop, before anything else is waited for. */
    static RequestEnd watch(RoutingContext context) {
        RequestEnd known = context.get(KEY);
        if (known != null) {
            return known;
        }
        RequestEnd end = new RequestEnd();
        context.put(KEY, end);
        HttpConnection connection = context.request().connection();
        if (connection instanceof ConnectionBase channel) {
            ChannelFuture closing = channel.channel().closeFuture();
            ChannelFutureListener listener = _ -> end.come();
            context.addEndHandler(_ -> {
                closing.removeListener(listener);
                end.come();
            });
            closing.addListener(listener);
        } else {
            context.addEndHandler(_ -> end.come());
        }
        if (context.response().closed()) {
            end.come();
        }
        return end;
    }

    /** Whether the request was answered, or its client is gone. Called on any thread. */
    public static boolean isOver(RoutingContext context) {
        RequestEnd end = watch(context);
        synchronized (end) {
            return end.isOver;
        }
    }

    /**
     * Runs a step once, when the request was answered or its client is gone. Called on any thread.
     *
     * @param step is run on the event loop of the request's connection, or at once
     */
    public static void then(RoutingContext context, Runnable step) {
        if (!watch(context).tryAdd(step)) {
            step.run();
        }
    }

    private synchronized boolean tryAdd(Runnable step) {
        if (!isOver) {
            steps.add(step);
        }
        return !isOver;
    }

    private void come() {
        for (Runnable step = next(); step != null; step = next()) {
            run(step);
        }
    }

    /** The one that was added last goes first, as with end handlers. */
    private synchronized @Nullable Runnable next() {
        isOver = true;
        return steps.isEmpty() ? null : steps.removeLast();
    }

    /** A step that breaks does not keep the others from giving back what is theirs. */
    @SuppressWarnings("IllegalCatch")
    private static void run(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException broken) {
            LOG.error("A request did not end in order", broken);
        }
    }
}
