package org.khabar.gateway.live;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.execute.ExecutionInput;
import org.khabar.gateway.execute.ExecutionResult;
import org.khabar.gateway.http.AdmittedOperation;
import org.khabar.gateway.http.OperationGate;
import org.khabar.gateway.http.OperationTrace;
import org.khabar.gateway.security.Caller;
import org.khabar.gateway.security.Callers;

/**
 * A subscription: takes the events of a subgraph one after the other, answers each, and keeps those that come while it
 * is at one, or while the client does not take off what it was sent.
 */
final class EventRun implements Running, EventListener {
    private static final Logger LOG = Logger.getLogger(EventRun.class);

    private final AdmittedOperation operation;
    private final Session session;
    private final Sink sink;
    private final Vertx vertx;
    private final Callers callers;
    private final int maxWaiting;
    private final Ended ended;
    private final Upstreams upstreams;
    private final OperationGate gate;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private @Nullable CompletableFuture<ExecutionResult> underWay;
    private @Nullable Upstream upstream;
    private long expiry = -1;
    private boolean busy;
    private boolean completed;
    private boolean done;

    EventRun(
            AdmittedOperation operation,
            Session session,
            Sink sink,
            Vertx vertx,
            Callers callers,
            Upstreams upstreams,
            OperationGate gate,
            int maxWaiting,
            Ended ended) {
        this.operation = operation;
        this.session = session;
        this.sink = sink;
        this.vertx = vertx;
        this.callers = callers;
        this.maxWaiting = maxWaiting;
        this.ended = ended;
        this.upstreams = upstreams;
        this.gate = gate;
    }

    @Override
    public void start() {
        Instant end = session.caller().expiresAt();
        if (end != null) {
            long left = Math.max(1, Duration.between(Instant.now(), end).toMillis());
            expiry = vertx.setTimer(
                    left,
                    _ -> session.run(() -> fail(ExecutionError.of("The token expired", "UNAUTHENTICATED", null))));
        }
        Upstream opened = upstreams.stream(operation, session, this);
        upstream = opened;
        opened.open();
    }

    @Override
    public void event(byte[] response) {
        if (done) {
            return;
        }
        if (waiting.size() >= maxWaiting) {
            fail(ExecutionError.of(
                    "More than " + maxWaiting + " events were waiting to be taken off", "LIMIT_EXCEEDED", null));
            return;
        }
        waiting.add(response);
        pump();
    }

    @Override
    public void completed() {
        completed = true;
        pump();
    }

    @Override
    public void failed(ExecutionError why) {
        fail(why);
    }

    @Override
    public void drained() {
        pump();
    }

    private void pump() {
        if (done || busy || sink.isFull()) {
            return;
        }
        byte[] next = waiting.poll();
        if (next != null) {
            busy = true;
            callers.renew(session.caller())
                    .subscribe()
                    .with(caller -> answer(next, caller), failure -> session.run(() -> settle(null, failure)));
        } else if (completed) {
            close("OK");
            sink.complete();
        }
    }

    private void answer(byte[] event, Caller caller) {
        ExecutionInput opened = operation.input();
        Map<String, String> headers = session.headers(caller);
        OperationTrace trace = gate.follow(operation, headers);
        ExecutionInput input = new ExecutionInput(
                opened.variables(),
                trace == null ? headers : trace.headers(),
                opened.timeout(),
                opened.maxBytes(),
                trace == null ? null : trace.observer(operation.plan()));
        CompletableFuture<ExecutionResult> started =
                operation.schema().executor().executeEvent(operation.plan(), input, event);
        underWay = started;
        started.whenComplete((answer, failure) -> session.run(() -> {
            if (trace != null) {
                trace.ended(outcome(answer, started.isCancelled()));
            }
            settle(answer, failure);
        }));
    }

    private static String outcome(@Nullable ExecutionResult answer, boolean isCancelled) {
        if (answer != null) {
            return answer.errors().isEmpty() ? "OK" : "PARTIAL";
        }
        return isCancelled ? "CANCELLED" : "INTERNAL";
    }

    private void settle(@Nullable ExecutionResult answer, @Nullable Throwable failure) {
        busy = false;
        if (done) {
            return;
        }
        if (answer == null) {
            LOG.error("An event could not be answered", failure);
            fail(ExecutionError.of("Internal error", "INTERNAL", null));
            return;
        }
        sink.next(answer);
        pump();
    }

    private void fail(ExecutionError why) {
        if (done) {
            return;
        }
        close(String.valueOf(why.extensions().get("code")));
        sink.fail(List.of(why));
    }

    @Override
    public void cancel() {
        if (!done) {
            close("OK");
        }
    }

    private void close(String outcome) {
        done = true;
        waiting.clear();
        vertx.cancelTimer(expiry);
        Upstream opened = upstream;
        if (opened != null) {
            opened.cancel();
        }
        CompletableFuture<ExecutionResult> started = underWay;
        if (started != null) {
            started.cancel(true);
        }
        ended.with(outcome);
    }

    /** Is told once that a subscription is over. */
    interface Ended {

        /** It ended well ({@code OK}), or with a code. */
        void with(String outcome);
    }
}
