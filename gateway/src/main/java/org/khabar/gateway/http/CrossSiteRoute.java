package org.khabar.gateway.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.khabar.gateway.security.SecurityConfig;

/** Holds other sites' pages off all ways in alike: requests, event streams and WebSockets. */
@Singleton
class CrossSiteRoute {
    /** After CORS, which turns sites away that are not allowed, and shedding; before all that take requests. */
    private static final int ORDER = -240;

    private final CrossSiteCheck check;
    private final RequestObserver observer;
    private final AccessLog accessLog;

    CrossSiteRoute(
            @ConfigProperty(name = "quarkus.http.cors.enabled", defaultValue = "false") boolean corsIsOn,
            SecurityConfig security,
            HttpConfig config,
            RequestObserver observer,
            AccessLog accessLog) {
        // Where nothing is served without a token, what has none is answered with 401 and runs nothing.
        this.check = new CrossSiteCheck(corsIsOn, security.anonymousAccess() && config.requirePreflight());
        this.observer = observer;
        this.accessLog = accessLog;
    }

    void register(@Observes Router router) {
        router.route("/graphql").order(ORDER).handler(this::handle);
        router.route("/graphql/stream").order(ORDER).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        try {
            if (context.request().method() != HttpMethod.OPTIONS) {
                check.check(context.request());
            }
        } catch (RequestException refusal) {
            new Responses(context, observer, accessLog.open(context)).fail(refusal);
            return;
        }
        context.next();
    }
}
