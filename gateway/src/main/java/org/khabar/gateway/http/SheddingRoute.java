package org.khabar.gateway.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.khabar.gateway.shedding.EventLoops;

/**
 * Turns GraphQL requests of all kinds away while their event loop is late: before who asks is found out, and before the
 * body is read. Health and metrics are not among them.
 */
@Singleton
class SheddingRoute {
    /** After CORS, so that pages of allowed sites can read the answer; before tokens, and all that take requests there. */
    private static final int ORDER = -250;

    private final EventLoops loops;
    private final RequestObserver observer;
    private final AccessLog accessLog;

    SheddingRoute(EventLoops loops, RequestObserver observer, AccessLog accessLog) {
        this.loops = loops;
        this.observer = observer;
        this.accessLog = accessLog;
    }

    void register(@Observes Router router) {
        if (loops.isOn()) {
            loops.start();
            router.route("/graphql").order(ORDER).handler(this::handle);
            router.route("/graphql/stream").order(ORDER).handler(this::handle);
        }
    }

    private void handle(RoutingContext context) {
        if (loops.mustShed()) {
            new Responses(context, observer, accessLog.open(context))
                    .fail(RequestException.overloaded("The gateway has too much to do; try again"));
        } else {
            context.next();
        }
    }
}
