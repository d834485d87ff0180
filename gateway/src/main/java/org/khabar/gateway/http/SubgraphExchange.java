package org.khabar.gateway.http;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.SubgraphFailure;
import org.khabar.gateway.execute.SubgraphRequest;

/** One request to a subgraph and its answer, which is bounded. It may be sent twice, but is answered once. */
final class SubgraphExchange {
    private final RequestOptions options;
    private final SubgraphRequest request;
    private final SubgraphLink link;
    private final int maxBytes;
    private final CompletableFuture<byte[]> answer = new CompletableFuture<>();
    /** Whoever sets it says how the exchange ends: an answer is not taken back once it was taken. */
    private final AtomicBoolean isEnding = new AtomicBoolean();
    /** Asked at most once, before the request is sent again; null once it must not be. */
    private @Nullable BooleanSupplier mayRepeat;

    private volatile @Nullable Attempt current;
    private volatile CallOutcome outcome = CallOutcome.UNDECIDED;

    SubgraphExchange(SubgraphAddress address, SubgraphRequest request, SubgraphLink link, int maxBytes) {
        this.request = request;
        this.link = link;
        this.maxBytes = maxBytes;
        this.options = address.request().setMethod(HttpMethod.POST);
        request.headers().forEach(options::putHeader);
        options.putHeader("Content-Type", "application/json");
        options.putHeader("Accept", "application/graphql-response+json, application/json;q=0.9");
    }

    CompletableFuture<byte[]> answer() {
        return answer;
    }

    /** Has it sent once more when the subgraph cannot be reached or is busy, and if {@code allowed} then says so. */
    void repeatOnce(BooleanSupplier allowed) {
        mayRepeat = allowed;
    }

    /** What it tells of the subgraph, once it is answered. */
    CallOutcome outcome() {
        return outcome;
    }

    /** Milliseconds that it may take. */
    long limit() {
        return Math.max(
                1, Math.min(request.timeLeft().toMillis(), link.timeout().toMillis()));
    }

    void connect() {
        Attempt attempt = new Attempt();
        current = attempt;
        try {
            link.client().request(options).onSuccess(attempt::start).onFailure(attempt::fail);
        } catch (IllegalStateException closed) {
            // The gateway is being stopped.
            attempt.breakOff(closed);
        }
    }

    void timeOut() {
        TimeoutException cause = new TimeoutException("No answer in time");
        // Where the request had little time left, the subgraph was not given a chance.
        boolean wasPatient = limit() * 2 >= link.timeout().toMillis();
        end(
                SubgraphFailure.timeout(request.subgraph(), cause),
                wasPatient ? CallOutcome.FAILED : CallOutcome.UNDECIDED);
    }

    void giveUpIfCancelled() {
        if (answer.isCancelled()) {
            reset();
        }
    }

    /** What was read so far is let go of first: whoever is told of the failure may look at what is held. */
    private void end(SubgraphFailure failure, CallOutcome told) {
        if (isEnding.compareAndSet(false, true)) {
            outcome = answer.isDone() ? outcome : told;
            drop();
            answer.completeExceptionally(failure);
            reset();
        }
    }

    private void drop() {
        Attempt last = current;
        if (last != null) {
            last.drop();
        }
    }

    private void reset() {
        Attempt last = current;
        if (last != null) {
            last.reset();
        }
    }

    private boolean isOver() {
        return isEnding.get() || answer.isDone();
    }

    /** Takes the right to repeat the request; one failure of an attempt has it, however often it is told. */
    private synchronized boolean tryRepeat(Attempt failed) {
        BooleanSupplier allowed = mayRepeat;
        if (allowed == null || failed != current || isOver()) {
            return false;
        }
        mayRepeat = null;
        return allowed.getAsBoolean();
    }

    /** One time that it is sent. */
    private final class Attempt {
        private volatile @Nullable HttpClientRequest sent;
        private volatile @Nullable AnswerBody reading;

        void start(HttpClientRequest connected) {
            sent = connected;
            connected.exceptionHandler(this::fail);
            if (isOver()) {
                connected.reset();
                return;
            }
            connected.response().onSuccess(this::read).onFailure(this::fail);
            connected.end(Buffer.buffer(Unpooled.wrappedBuffer(request.body())));
        }

        private void read(HttpClientResponse response) {
            response.exceptionHandler(this::breakOff);
            int status = response.statusCode();
            if (status != 200 && !isGraphqlResponse(response)) {
                refuse(status);
                return;
            }
            AnswerBody body = AnswerBody.of(
                    response.getHeader("Content-Length"),
                    maxBytes,
                    request.budget().memory());
            reading = body;
            response.handler(chunk -> append(body, chunk));
            response.endHandler(_ -> finish(body));
        }

        private void finish(AnswerBody body) {
            if (!isEnding.compareAndSet(false, true)) {
                body.drop();
                return;
            }
            outcome = CallOutcome.ANSWERED;
            if (!answer.complete(body.toBytes())) {
                body.drop();
            }
        }

        private void append(AnswerBody body, Buffer chunk) {
            switch (body.append(chunk)) {
                case ADDED -> {
                    if (!request.budget().take(chunk.length())) {
                        end(SubgraphFailure.tooLarge(request.subgraph(), request.budget()), CallOutcome.ANSWERED);
                    }
                }
                case TOO_LARGE -> {
                    String detail = "its answer is larger than " + maxBytes + " bytes";
                    end(SubgraphFailure.unavailable(request.subgraph(), detail), CallOutcome.ANSWERED);
                }
                case NO_MEMORY -> end(SubgraphFailure.noMemory(request.subgraph()), CallOutcome.ANSWERED);
            }
        }

        /** A 4xx may be this caller's own doing. */
        private void refuse(int status) {
            boolean isBusy = status >= 502 && status <= 504;
            if (isBusy && tryRepeat(this)) {
                connect();
                reset();
                return;
            }
            end(
                    SubgraphFailure.unavailable(request.subgraph(), "it answered with status " + status),
                    status >= 500 ? CallOutcome.FAILED : CallOutcome.ANSWERED);
        }

        /** There was no answer yet. */
        void fail(Throwable cause) {
            if (isLostConnection(cause) && tryRepeat(this)) {
                connect();
                drop();
            } else {
                breakOff(cause);
            }
        }

        /** There is nothing left to hope for from this attempt; another one may be under way already. */
        private void breakOff(Throwable cause) {
            if (current == this) {
                boolean isOurs = cause instanceof ConnectionPoolTooBusyException;
                end(
                        SubgraphFailure.unavailable(request.subgraph(), "it cannot be reached", cause),
                        isOurs ? CallOutcome.UNDECIDED : CallOutcome.FAILED);
            }
        }

        void reset() {
            HttpClientRequest open = sent;
            if (open != null) {
                open.reset();
            }
            drop();
        }

        /** Lets go of what was read. */
        void drop() {
            AnswerBody body = reading;
            if (body != null) {
                body.drop();
            }
        }
    }

    private static boolean isLostConnection(Throwable cause) {
        return cause instanceof IOException
                || cause instanceof HttpClosedException
                || cause instanceof StreamResetException;
    }

    /** A 4xx of that media type still holds a GraphQL response (GraphQL over HTTP, section 6.4.2). */
    private static boolean isGraphqlResponse(HttpClientResponse response) {
        String type = response.getHeader("Content-Type");
        return response.statusCode() >= 400
                && response.statusCode() < 500
                && type != null
                && type.startsWith("application/graphql-response+json");
    }
}
