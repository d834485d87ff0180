package org.khabar.gateway.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jboss.logging.Logger;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.http.Refusal;
import org.khabar.gateway.http.UnreadBody;
import org.khabar.gateway.json.JsonWriter;
import org.khabar.gateway.quota.QuotaException;
import org.khabar.gateway.security.UnauthenticatedException;

/** Answers requests that open nothing. */
final class Refusals {
    private static final Logger LOG = Logger.getLogger(Refusals.class);

    private Refusals() {}

    /** It could not be found out who asks. */
    static void unidentified(RoutingContext context, Throwable failure) {
        if (failure instanceof UnauthenticatedException unauthenticated) {
            context.response().putHeader("WWW-Authenticate", unauthenticated.challenge());
            send(context, 401, String.valueOf(failure.getMessage()), "UNAUTHENTICATED");
        } else if (failure instanceof QuotaException tooOften) {
            tooOften.headers().forEach(context.response()::putHeader);
            send(context, 429, String.valueOf(failure.getMessage()), "LIMIT_EXCEEDED");
        } else {
            LOG.warnf("Tokens cannot be verified now: %s", failure);
            context.response().putHeader("Retry-After", "1");
            send(context, 503, "Tokens cannot be verified now", "SUBGRAPH_UNAVAILABLE");
        }
    }

    /** There is no room for one more connection. */
    static void send(RoutingContext context, Connections.Room full) {
        context.response().putHeader("Retry-After", "5");
        if (full == Connections.Room.CLIENT_FULL) {
            send(context, 429, "You have too many connections", "LIMIT_EXCEEDED");
        } else {
            send(context, 503, "There are too many connections", "LIMIT_EXCEEDED");
        }
    }

    static void send(RoutingContext context, Refusal refusal) {
        refusal.headers().forEach(context.response()::putHeader);
        send(context, refusal.status(), refusal.errors());
    }

    static void send(RoutingContext context, int status, String message, String code) {
        send(context, status, List.of(ExecutionError.of(message, code, null)));
    }

    private static void send(RoutingContext context, int status, List<ExecutionError> errors) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        byte[] json = new JsonWriter(256)
                .raw("{\"errors\":")
                .value(errors.stream().map(ExecutionError::toSpecification).toList())
                .raw('}')
                .toBytes();
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Vary", EventStream.VARY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(Buffer.buffer(json));
        UnreadBody.readOn(context);
    }
}
