package org.khabar.entity.mention;

import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.reflect.Method;
import org.jboss.logging.Logger;

/**
 * Keeps WebSockets from holding up the end of the service. Quarkus takes a request that became one to be under way for
 * ever, even when the socket is closed, and waits for it until {@code quarkus.shutdown.timeout}; there is no other way to
 * tell it.
 */
@Singleton
class UncountedSockets {

    private static final Logger LOG = Logger.getLogger(UncountedSockets.class);
    /** Before whatever takes the socket. */
    private static final int ORDER = -1_000;

    void register(@Observes Router router) {
        router.get("/graphql").order(ORDER).handler(UncountedSockets::handle);
    }

    private static void handle(RoutingContext context) {
        if ("websocket".equalsIgnoreCase(context.request().getHeader("Upgrade"))) {
            stopCounting(context.request());
        }
        context.next();
    }

    private static void stopCounting(HttpServerRequest request) {
        try {
            Method done = QuarkusRequestWrapper.class.getDeclaredMethod("done");
            done.setAccessible(true);
            done.invoke(QuarkusRequestWrapper.get(request));
        } catch (ReflectiveOperationException | RuntimeException changed) {
            LOG.warnf("A WebSocket will hold up the end of the service: %s", changed);
        }
    }
}
