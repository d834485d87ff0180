package org.khabar.gateway.http;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The name of one client request: in its answer, in what is logged about it, and in what subgraphs are sent. */
final class RequestId {
    static final String HEADER = "X-Request-Id";

    /** Where log records have it. */
    static final String LOG_KEY = "requestId";

    /** Nothing that could be mistaken for something else in a log, a header or a shell. */
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private RequestId() {}

    /** Takes the client's name for the request, or gives it one. Done once, before anything else is done with it. */
    static void settle(RoutingContext context) {
        String id = sane(context.request().getHeader(HEADER));
        context.response().putHeader(HEADER, id);
        // What is logged on a context that is not the request's alone would have other requests' names.
        if (VertxContext.isOnDuplicatedContext()) {
            MDC.put(LOG_KEY, id);
        }
    }

    private static String sane(@Nullable String sent) {
        return sent != null && SANE.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }

    /** The name that was settled. To be asked for before the response begins. */
    static String of(HttpServerRequest request) {
        String settled = request.response().headers().get(HEADER);
        return settled == null ? sane(null) : settled;
    }
}
