package org.khabar.entity.exchange;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Lifts {@code quarkus.http.limits.max-body-size} for imports, which are read line by line, and for nothing else: they never hold
 * more than a bounded part of the body. Quarkus has one limit for all paths. It looks at the length that a request states,
 * which is of no other use here, and leaves the limit with the request for whoever reads a body without a stated length.
 */
@Singleton
class StreamedBodies {

    /** Behind authentication and its policies, whose orders are -200 and -100. */
    private static final int BEFORE_LIMIT = -10;

    private static final int BEHIND_LIMIT = -1;

    void register(@Observes Router router) {
        router.post(ImportResource.PATH).order(BEFORE_LIMIT).handler(StreamedBodies::hideLength);
        router.post(ImportResource.PATH).order(BEHIND_LIMIT).handler(StreamedBodies::forgetLimit);
    }

    private static void hideLength(RoutingContext context) {
        context.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
        context.next();
    }

    private static void forgetLimit(RoutingContext context) {
        context.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
        context.next();
    }
}
