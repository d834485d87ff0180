package org.khabar.gateway.live;

import io.vertx.core.Vertx;
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
import org.khabar.gateway.memory.MemoryShare;
import org.khabar.gateway.security.Caller;
import org.khabar.gateway.security.Callers;

/**
 * A subscription: takes the events of a subgraph one after the other, answers each, and keeps those that come while it
 * is at one, or while the client does not take off what it was sent.
 */
final class EventRun implements Running, EventListener {
    private static final Logger LOG = Logger.getLogger(EventRun.class);

    private AdmittedOperation operation;
    private final Session session;
    private final Sink sink;
    private final LiveConfig config;
    private final Lifetime lifetime;
    private final Renewals renewals;
    private final MemoryShare memory;
    private final Ended ended;
    private final Upstreams upstreams;
    private final OperationGate gate;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private @Nullable CompletableFuture<ExecutionResult> underWay;
    private @Nullable Upstream upstream;
    private @Nullable ExecutionError ending;
    private int events;
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
            SchemaChanges changes,
            LiveConfig config,
            Ended ended) {
        this.operation = operation;
        this.session = session;
        this.sink = sink;
        this.lifetime = new Lifetime(this, session, vertx, gate, changes, config);
        this.renewals = new Renewals(session, vertx, config, () -> callers.renew(session.caller()));
        this.config = config;
        this.memory = operation.input().memory();
        this.ended = ended;
        this.upstreams = upstreams;
        this.gate = gate;
    }

    @Override
    @SuppressWarnings("IllegalCatch")
    public void start() {
        if (!memory.tryTake(operation.weight())) {
            fail(Outgoing.noMemory("the subscription"));
            return;
        }
        try {
            Upstream opened = upstreams.stream(operation, session, this);
            upstream = opened;
            lifetime.begin();
            opened.open();
        } catch (RuntimeException broken) {
            LOG.error("A subscription could not be begun", broken);
            fail(ExecutionError.of("Internal error", "INTERNAL", null));
        }
    }

    /** What it is run by now. */
    AdmittedOperation operation() {
        return operation;
    }

    /** From now on it is run by this; its events are the same. */
    void become(AdmittedOperation renewed) {
        operation = renewed;
    }

    /** Ends it once the events that are there have been sent. */
    void end(ExecutionError why) {
        if (done || ending != null) {
            return;
        }
        ending = why;
        Upstream opened = upstream;
        if (opened != null) {
            opened.cancel();
        }
        pump();
    }

    @Override
    public void event(byte[] response) {
        if (done) {
            return;
        }
        if (waiting.size() >= config.maxWaitingEvents()) {
            fail(ExecutionError.of(
                    "More than " + config.maxWaitingEvents() + " events were waiting to be taken off",
                    "LIMIT_EXCEEDED",
                    null));
            return;
        }
        if (!memory.tryTake(response.length)) {
            fail(Outgoing.noMemory("an event"));
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
            renewals.renew(caller -> answer(next, caller), this::unrenewed);
        } else if (completed) {
            close("OK");
            sink.complete();
        } else if (ending != null) {
            fail(ending);
        }
    }

    /** An event cannot be answered any more; one that was to end anyway ends for its own reason. */
    private void unrenewed(ExecutionError why) {
        ExecutionError own = ending;
        fail(own == null ? why : own);
    }

    @SuppressWarnings("IllegalCatch")
    private void answer(byte[] event, Caller caller) {
        MemoryShare room = Outgoing.share(gate, session);
        try {
            answer(event, caller, room);
        } catch (RuntimeException broken) {
            settle(null, broken, room);
        }
    }

    private void answer(byte[] event, Caller caller, MemoryShare room) {
        long startedAt = System.nanoTime();
        AdmittedOperation asked = operation;
        ExecutionInput opened = asked.input();
        Map<String, String> headers = session.headers(caller);
        OperationTrace trace = gate.outcomes().follow(asked, headers);
        ExecutionInput input = new ExecutionInput(
                opened.variables(),
                trace == null ? headers : trace.headers(),
                opened.timeout(),
                opened.maxBytes(),
                trace == null ? null : trace.observer(asked.plan()),
                room);
        CompletableFuture<ExecutionResult> started = asked.schema().executor().executeEvent(asked.plan(), input, event);
        underWay = started;
        started.whenComplete((answer, failure) -> session.run(() -> {
            if (trace != null) {
                trace.ended(outcome(answer, started.isCancelled()));
            }
            if (answer != null) {
                gate.outcomes().ran(asked, outcome(answer, false), startedAt);
            }
            memory.giveBack(event.length);
            settle(answer, failure, room);
        }));
    }

    private static String outcome(@Nullable ExecutionResult answer, boolean isCancelled) {
        if (answer != null) {
            return answer.errors().isEmpty() ? "OK" : "PARTIAL";
        }
        return isCancelled ? "CANCELLED" : "INTERNAL";
    }

    private void settle(@Nullable ExecutionResult answer, @Nullable Throwable failure, MemoryShare room) {
        busy = false;
        if (done) {
            room.close();
            return;
        }
        if (answer == null) {
            room.close();
            LOG.error("An event could not be answered", failure);
            fail(ExecutionError.of("Internal error", "INTERNAL", null));
            return;
        }
        events++;
        sink.next(Outgoing.fitting(answer, room), room::close);
        pump();
    }

    /** Ends it now. */
    void fail(ExecutionError why) {
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
        memory.close();
        lifetime.end();
        renewals.stop();
        Upstream opened = upstream;
        if (opened != null) {
            opened.cancel();
        }
        CompletableFuture<ExecutionResult> started = underWay;
        if (started != null) {
            started.cancel(true);
        }
        ended.with(operation, outcome, events);
    }

    /** Is told once that a subscription is over. */
    interface Ended {

        /**
         * It ended.
         *
         * @param last the operation as it was last planned
         * @param outcome {@code OK}, or a code
         * @param events how many answers its client was sent
         */
        void with(AdmittedOperation last, String outcome, int events);
    }
}
