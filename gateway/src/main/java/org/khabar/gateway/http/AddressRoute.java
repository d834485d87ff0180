package org.khabar.gateway.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.khabar.gateway.guard.GuardConfig;

/**
 * Bounds what may stand in a request's address, whichever way it comes in. The server's own bound on the first line of a
 * request is larger: what crosses that is answered by the server, with a status and nothing else.
 */
@Singleton
class AddressRoute {
    /** After CORS and shedding, before all that reads the address. */
    private static final int ORDER = -245;

    private final int maxCharacters;
    private final Strangers strangers;
    private final RequestObserver observer;
    private final AccessLog accessLog;

    AddressRoute(GuardConfig limits, Strangers strangers, RequestObserver observer, AccessLog accessLog) {
        this.maxCharacters = limits.maxAddressCharacters();
        this.strangers = strangers;
        this.observer = observer;
        this.accessLog = accessLog;
    }

    void register(@Observes Router router) {
        router.route("/graphql").order(ORDER).handler(this::handle);
        router.route("/graphql/stream").order(ORDER).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        if (context.request().uri().length() > maxCharacters) {
            Responses responses = new Responses(context, observer, accessLog.open(context));
            responses.guarded(() -> {
                strangers.countRefused(context.request());
                throw RequestException.tooMuch(
                        414, "The address is longer than " + maxCharacters + " characters; ask by POST");
            });
        } else {
            context.next();
        }
    }
}
