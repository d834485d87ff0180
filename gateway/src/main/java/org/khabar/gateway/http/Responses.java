package org.khabar.gateway.http;

import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.quota.QuotaException;
import org.khabar.gateway.security.UnauthenticatedException;

/** Writes the one answer of a request, in the media type that the client would rather have. */
final class Responses {
    private static final Logger LOG = Logger.getLogger(Responses.class);
    private static final String NOT_KEPT = "private, no-store";
    /** The origin as well: CORS says it again, and other sites' pages may be refused. */
    private static final String VARY = "Accept, Accept-Encoding, Authorization, Origin";

    /** What would be told to all who are given a shared copy. */
    private static final List<String> ONE_CLIENTS = List.of("X-Request-Id", "RateLimit", "RateLimit-Policy");

    private static final int MIN_COMPRESSED_BYTES = 1024;
    private static final Pattern NO_BROTLI =
            Pattern.compile("\\bbr\\s*;\\s*q=0(\\.0*)?\\s*(,|$)", Pattern.CASE_INSENSITIVE);
    private static final byte[] OPEN = {'['};
    private static final byte[] COMMA = {','};
    private static final byte[] CLOSE = {']'};

    private final RoutingContext context;
    private final RequestObserver observer;
    private final @Nullable AccessEntry entry;
    private String mediaType = MediaTypes.JSON;
    private String cacheControl = NOT_KEPT;
    private final long startedAt = System.nanoTime();
    private @Nullable Future<Void> sent;
    private @Nullable AnswerDeadline deadline;

    /**
     * The answer to a request.
     *
     * @param entry is told of it; null when there is no access log
     */
    Responses(RoutingContext context, RequestObserver observer, @Nullable AccessEntry entry) {
        this.entry = entry;
        this.context = context;
        this.observer = observer;
    }

    /** When the request began, as {@link System#nanoTime()}. */
    long startedAt() {
        return startedAt;
    }

    /**
     * Something to be done, once or more often, when the answer has left the process or can do so no more: a client that
     * does not read is still being served, but not beyond the deadline.
     */
    void whenTaken(AnswerDeadline timely, Runnable action) {
        deadline = timely;
        RequestEnd.then(
                context,
                () -> context.vertx().runOnContext(_ -> {
                    Future<Void> leaving = sent;
                    if (leaving == null || context.response().closed()) {
                        action.run();
                    } else {
                        leaving.onComplete(_ -> action.run());
                    }
                }));
    }

    /** Settles the media type. */
    void negotiate() {
        String accept = context.request().getHeader("Accept");
        mediaType = MediaTypes.negotiate(accept)
                .or(() -> MediaTypes.takesParts(accept) ? Optional.of(MediaTypes.PARTS) : Optional.empty())
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

    /**
     * Sends an answer.
     *
     * @param keeping who may keep it for how long; null for nobody
     */
    void send(Answered answer, @Nullable String keeping) {
        tell(answer);
        cacheControl = keeping == null ? cacheControl : keeping;
        List<ByteBuffer> parts = answer.toParts();
        if (context.request().method() == HttpMethod.GET && answer.outcome().equals("OK")) {
            sendTagged(parts);
        } else {
            send(200, parts);
        }
    }

    /** Of what was only read, a client may hold a copy that is still good. */
    private void sendTagged(List<ByteBuffer> parts) {
        String tag = EntityTag.of(mediaType, parts);
        cacheControl = cacheControl.equals(NOT_KEPT) ? "private, no-cache" : cacheControl;
        context.response().putHeader("ETag", tag);
        if (EntityTag.isIn(context.request().getHeader("If-None-Match"), tag)) {
            send(304, List.of());
        } else {
            send(200, parts);
        }
    }

    /** Sends the answers of a batch, in its order. */
    void sendBatch(List<Answered> answers) {
        List<ByteBuffer> parts = new ArrayList<>();
        for (Answered answer : answers) {
            tell(answer);
            parts.add(ByteBuffer.wrap(parts.isEmpty() ? OPEN : COMMA));
            parts.addAll(answer.toParts());
        }
        parts.add(ByteBuffer.wrap(CLOSE));
        send(200, parts);
    }

    void fail(Throwable failure) {
        if (context.response().ended() || context.response().closed() || RequestEnd.isOver(context)) {
            LOG.debugf("A request ended after its client had left: %s", failure);
            return;
        }
        Answered.Refused answer = explain(failure);
        if (failure instanceof UnauthenticatedException unauthenticated) {
            context.response().putHeader("WWW-Authenticate", unauthenticated.challenge());
        } else if (failure instanceof RequestException refused) {
            refused.headers().forEach(context.response()::putHeader);
        }
        tell(answer);
        send(status(failure), answer.toParts());
    }

    private void tell(Answered answer) {
        observer.answered(answer.outcome());
        if (entry != null) {
            entry.answered(answer);
        }
    }

    private int status(Throwable failure) {
        return switch (failure) {
            case RequestException refused -> {
                boolean lenient = refused.isWellFormed() && mediaType.equals(MediaTypes.JSON);
                yield lenient ? 200 : refused.status();
            }
            case UnauthenticatedException _ -> 401;
            default -> 500;
        };
    }

    /** What the client is told of a failure. */
    Answered.Refused explain(Throwable failure) {
        return switch (failure) {
            case RequestException refused -> new Answered.Refused(refused.errors());
            case UnauthenticatedException unauthenticated ->
                new Answered.Refused(List.of(
                        ExecutionError.of(String.valueOf(unauthenticated.getMessage()), "UNAUTHENTICATED", null)));
            case CancellationException _ ->
                new Answered.Refused(RequestException.internal().errors());
            default -> {
                LOG.error("A request failed", failure);
                yield new Answered.Refused(RequestException.internal().errors());
            }
        };
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
        } else if (failure instanceof QuotaException tooOften) {
            fail(RequestException.turnedAway(tooOften));
        } else {
            LOG.warnf("Tokens cannot be verified now: %s", failure);
            fail(RequestException.unavailable("Tokens cannot be verified now"));
        }
    }

    /**
     * Quarkus says "identity" of every answer that nobody says otherwise of. Small ones only grow. Netty chooses the
     * encoding, and would send Brotli to those as well who say that they do not take it.
     */
    private void allowCompression(HttpServerResponse response, int bytes) {
        String encodings = context.request().getHeader("Accept-Encoding");
        if (bytes >= MIN_COMPRESSED_BYTES
                && encodings != null
                && !NO_BROTLI.matcher(encodings).find()) {
            response.headers().remove("Content-Encoding");
        }
    }

    /** Tells of an answer that somebody else wrote. */
    void delivered(Answered.Delivered answer) {
        tell(answer);
    }

    /** The head of an answer. */
    void begin(int status) {
        context.response()
                .setStatusCode(status)
                .putHeader("Cache-Control", cacheControl)
                .putHeader("Vary", VARY)
                .putHeader("X-Content-Type-Options", "nosniff");
        if (cacheControl.contains("public")) {
            ONE_CLIENTS.forEach(context.response().headers()::remove);
        }
    }

    private void send(int status, List<ByteBuffer> body) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        begin(status);
        if (status == 304) {
            leaving(response.end());
        } else {
            Buffer json = Buffer.buffer(Unpooled.wrappedBuffer(body.toArray(ByteBuffer[]::new)));
            allowCompression(response, json.length());
            boolean isOnlyPart = mediaType.equals(MediaTypes.PARTS);
            leaving(response.putHeader("Content-Type", isOnlyPart ? PartsResponse.TYPE : mediaType + "; charset=utf-8")
                    .end(isOnlyPart ? PartsResponse.single(json) : json));
        }
        UnreadBody.readOn(context);
    }

    /** The end was written. Most answers have left by the time that the loop comes to look. */
    void leaving(Future<Void> leaving) {
        sent = leaving;
        AnswerDeadline timely = deadline;
        if (timely != null && !leaving.isComplete()) {
            context.vertx()
                    .runOnContext(_ ->
                            timely.watch(context, leaving, context.response().bytesWritten()));
        }
    }
}
