package org.khabar.gateway.http;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Names each request, whichever way it is answered. */
@Singleton
class RequestIdRoute {
    /** Before whatever answers. */
    private static final int ORDER = -900;

    void register(@Observes Router router) {
        for (String path : List.of("/graphql", "/graphql/stream")) {
            router.route(path).order(ORDER).handler(context -> {
                RequestId.settle(context);
                context.next();
            });
        }
    }
}
