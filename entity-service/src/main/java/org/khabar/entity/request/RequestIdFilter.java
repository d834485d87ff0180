package org.khabar.entity.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Lets log records say which request they are about, by the name that the gateway gave it. */
@Singleton
class RequestIdFilter {

    private static final String HEADER = "X-Request-Id";
    private static final String LOG_KEY = "requestId";
    /** What the gateway makes or lets through; anything else is somebody's own and not written down. */
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    /** Before whatever might log something. */
    private static final int PRIORITY = 1_000;

    void register(@Observes Filters filters) {
        filters.register(RequestIdFilter::name, PRIORITY);
    }

    private static void name(RoutingContext context) {
        String id = context.request().getHeader(HEADER);
        if (id != null && SANE.matcher(id).matches() && VertxContext.isOnDuplicatedContext()) {
            MDC.put(LOG_KEY, id);
        }
        context.next();
    }
}
