package org.khabar.gateway.live;

import io.vertx.core.http.HttpServerRequest;
import org.khabar.gateway.security.Caller;

/** Whom subscriptions count for. */
final class Clients {
    private Clients() {}

    /** The subject of the token; of somebody without one, the address. */
    static String of(HttpServerRequest request, Caller caller) {
        return caller.isLoggedIn()
                ? "subject " + caller.id()
                : "address " + request.remoteAddress().hostAddress();
    }
}
