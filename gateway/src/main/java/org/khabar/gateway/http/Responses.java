package org.khabar.gateway.http;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.execute.ExecutionResult;
import org.khabar.gateway.json.JsonWriter;
import org.khabar.gateway.security.UnauthenticatedException;

/** Writes the one answer of a request, in the media type that the client would rather have. */
final class Responses {
    private static final Logger LOG = Logger.getLogger(Responses.class);

    private final RoutingContext context;
    private final RequestObserver observer;
    private String mediaType = MediaTypes.JSON;

    Responses(RoutingContext context, RequestObserver observer) {
        this.context = context;
        this.observer = observer;
    }

    /** Settles the media type. */
    void negotiate() {
        mediaType = MediaTypes.negotiate(context.request().getHeader("Accept"))
                .orElseThrow(() -> RequestException.malformed(
                        406, "Accept must allow " + MediaTypes.GRAPHQL_RESPONSE + " or " + MediaTypes.JSON));
    }

    /** Runs a step; what it throws becomes the answer. */
    @SuppressWarnings("IllegalCatch")
    void guarded(Runnable step) {
        if (context.response().ended()) {
            return;
        }
        try {
            step.run();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    void send(ExecutionResult result, Map<String, Object> extensions) {
        ByteBuffer[] parts = result.toParts(extensions).toArray(ByteBuffer[]::new);
        String outcome = result.errors().isEmpty() ? "OK" : "PARTIAL";
        send(200, Buffer.buffer(Unpooled.wrappedBuffer(parts)), outcome);
    }

    /** Sends an answer that nothing was run for. */
    void send(Map<String, Object> answer) {
        send(200, Buffer.buffer(new JsonWriter(1024).value(answer).toBytes()), "OK");
    }

    void fail(Throwable failure) {
        switch (failure) {
            case RequestException refused -> {
                boolean lenient = refused.isWellFormed() && mediaType.equals(MediaTypes.JSON);
                send(lenient ? 200 : refused.status(), refused.errors());
            }
            case UnauthenticatedException unauthenticated -> {
                context.response().putHeader("WWW-Authenticate", unauthenticated.challenge());
                send(
                        401,
                        List.of(ExecutionError.of(
                                String.valueOf(unauthenticated.getMessage()), "UNAUTHENTICATED", null)));
            }
            default -> {
                LOG.error("A request failed", failure);
                send(500, RequestException.internal().errors());
            }
        }
    }

    /** The request broke off. A client that leaves is none of our faults, and there is nobody to answer. */
    void broken(Throwable cause) {
        if (cause instanceof StreamResetException || cause instanceof HttpClosedException) {
            LOG.debugf("A client left: %s", cause.getMessage());
        } else {
            fail(cause);
        }
    }

    /** It could not be found out who asks. */
    void failUnidentified(Throwable failure) {
        if (failure instanceof UnauthenticatedException) {
            fail(failure);
        } else {
            LOG.warnf("Tokens cannot be verified now: %s", failure);
            fail(RequestException.unavailable("Tokens cannot be verified now"));
        }
    }

    private void send(int status, List<ExecutionError> errors) {
        send(status, json(errors), code(errors));
    }

    private static String code(List<ExecutionError> errors) {
        return errors.isEmpty()
                ? "INTERNAL"
                : String.valueOf(errors.getFirst().extensions().get("code"));
    }

    private static Buffer json(List<ExecutionError> errors) {
        return Buffer.buffer(new JsonWriter(256)
                .raw("{\"errors\":")
                .value(errors.stream().map(ExecutionError::toSpecification).toList())
                .raw('}')
                .toBytes());
    }

    private void send(int status, Buffer body, String outcome) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        observer.answered(outcome);
        response.setStatusCode(status)
                .putHeader("Content-Type", mediaType + "; charset=utf-8")
                .putHeader("Cache-Control", "private, no-store")
                .putHeader("Vary", "Accept, Authorization")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(body);
        context.request().resume();
    }
}
