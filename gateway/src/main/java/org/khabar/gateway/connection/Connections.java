package org.khabar.gateway.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.TCPServerBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.lang.reflect.Field;
import org.jboss.logging.Logger;
import org.khabar.gateway.http.HttpConfig;

/**
 * Puts the bounds in place: on the server's own channel once it listens, for no option of Quarkus or Vert.x reaches a
 * connection before its first request; and on a connection with its first request, when its protocol is known.
 */
@Singleton
class Connections {
    private static final Logger LOG = Logger.getLogger(Connections.class);
    private static final String ACCEPTING = "khabar-accepting";
    private static final String ONE_AT_A_TIME = "khabar-one-at-a-time";

    private final VertxInternal vertx;
    private final HttpConfig config;
    private final Accepting accepting;

    Connections(Vertx vertx, HttpConfig config, OpenConnections open) {
        this.vertx = (VertxInternal) vertx;
        this.config = config;
        this.accepting = new Accepting(config, open);
    }

    void listening(@ObservesAsync HttpServerStart started) {
        boundServers();
    }

    void listening(@ObservesAsync HttpsServerStart started) {
        boundServers();
    }

    private synchronized void boundServers() {
        vertx.sharedHttpServers().values().forEach(this::bound);
    }

    private void bound(TCPServerBase server) {
        try {
            Field binding = TCPServerBase.class.getDeclaredField("bindFuture");
            binding.setAccessible(true);
            if (binding.get(server) instanceof Future<?> bound && bound.result() instanceof Channel channel) {
                bound(channel.pipeline());
            }
        } catch (ReflectiveOperationException | RuntimeException changed) {
            LOG.errorf("Connections are not bounded before their first request: %s", changed);
        }
    }

    private void bound(ChannelPipeline server) {
        if (server.get(ACCEPTING) == null) {
            server.addFirst(ACCEPTING, accepting);
        }
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(context -> {
            if (context.request().connection() instanceof ConnectionBase connection) {
                settle(context, connection.channel());
            }
            context.next();
        });
    }

    private void settle(RoutingContext context, Channel channel) {
        if (channel.eventLoop().inEventLoop()) {
            bound(context, channel);
        } else {
            channel.eventLoop().execute(() -> bound(context, channel));
        }
    }

    private void bound(RoutingContext context, Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        if (pipeline.get(ONE_AT_A_TIME) != null) {
            return;
        }
        HeadTimeout known = pipeline.get(HeadTimeout.class);
        HeadTimeout heads = known == null ? new HeadTimeout(config.headerTimeout()) : known;
        heads.headCame();
        if (context.request().version() != HttpVersion.HTTP_2 && pipeline.get("handler") != null) {
            boolean isAnswering = !context.response().ended();
            pipeline.addBefore("handler", ONE_AT_A_TIME, new OneAtATime(heads, config.maxPipelined(), isAnswering));
        }
    }
}
