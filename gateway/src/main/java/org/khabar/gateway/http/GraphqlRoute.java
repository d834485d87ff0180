package org.khabar.gateway.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.khabar.gateway.guard.GuardConfig;
import org.khabar.gateway.security.Callers;

/** Takes requests at {@code /graphql}. Who asks is settled before a body is read. */
@Singleton
class GraphqlRoute {
    private final Callers callers;
    private final GraphqlService service;
    private final GuardConfig limits;
    private final RequestObserver observer;

    GraphqlRoute(Callers callers, GraphqlService service, GuardConfig limits, RequestObserver observer) {
        this.observer = observer;
        this.callers = callers;
        this.service = service;
        this.limits = limits;
    }

    void register(@Observes Router router) {
        router.route("/graphql").handler(this::handle);
    }

    private void handle(RoutingContext context) {
        HttpMethod method = context.request().method();
        Responses responses = new Responses(context, observer);
        if (method != HttpMethod.POST && method != HttpMethod.GET) {
            context.response().putHeader("Allow", "GET, POST");
            responses.fail(RequestException.malformed(405, "Use GET or POST"));
            return;
        }
        context.request().pause();
        callers.identify(context)
                .subscribe()
                .with(
                        caller -> new GraphqlExchange(context, service, limits, caller, responses).run(),
                        responses::failUnidentified);
    }
}
