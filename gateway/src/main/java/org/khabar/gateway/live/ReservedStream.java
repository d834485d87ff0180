package org.khabar.gateway.live;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.execute.ExecutionResult;
import org.khabar.gateway.http.AnswerDeadline;
import org.khabar.gateway.http.OperationGate;
import org.khabar.gateway.http.Refusal;
import org.khabar.gateway.json.JsonWriter;
import org.khabar.gateway.memory.MemoryShare;

/**
 * An event stream that several operations share: graphql-sse's single connection mode. Its requests may come in on
 * several event loops; all that happens to it happens on that of its reservation.
 */
final class ReservedStream implements Connection {
    private final Session session;
    private final Vertx vertx;
    private final LiveConfig config;
    private final AnswerDeadline deadline;
    private final Operations operations;
    private final Runnable closed;
    private @Nullable EventStream stream;
    private long unclaimed = -1;
    private long expiry = -1;

    /** Whether it is over: whoever still asks for something comes too late. */
    private boolean isGone;

    /**
     * A stream that nobody has connected to yet.
     *
     * @param closed is run when it is over, once or more often
     */
    ReservedStream(
            Session session,
            Vertx vertx,
            LiveConfig config,
            AnswerDeadline deadline,
            Operations operations,
            Runnable closed) {
        this.session = session;
        this.vertx = vertx;
        this.config = config;
        this.deadline = deadline;
        this.operations = operations;
        this.closed = closed;
    }

    /** Waits for somebody to connect, but not for ever. */
    void waitForClient() {
        unclaimed = vertx.setTimer(
                config.reservationTimeout().toMillis(),
                _ -> session.run(() -> {
                    if (stream == null) {
                        end();
                    }
                }));
    }

    /** Whether it is the same client's. */
    boolean isOf(String client) {
        return session.client().equals(client);
    }

    void run(Runnable step) {
        session.run(step);
    }

    boolean isOpen() {
        return stream != null && !isGone;
    }

    boolean isGone() {
        return isGone;
    }

    void open(RoutingContext context) {
        vertx.cancelTimer(unclaimed);
        stream = EventStream.open(context, session, config, deadline, operations::drained, this::gone);
        Instant end = session.caller().expiresAt();
        if (end != null) {
            long left = Math.max(1, Duration.between(Instant.now(), end).toMillis());
            expiry = vertx.setTimer(left, _ -> session.run(this::expire));
        }
    }

    private void gone() {
        isGone = true;
        operations.cancelAll();
        vertx.cancelTimer(expiry);
        closed.run();
    }

    private void expire() {
        List<ExecutionError> errors = List.of(ExecutionError.of("The token expired", "UNAUTHENTICATED", null));
        operations.ids().forEach(id -> {
            operations.cancel(id);
            new OperationSink(id).fail(errors);
        });
        end();
    }

    private void end() {
        EventStream open = stream;
        isGone = true;
        if (open == null) {
            vertx.cancelTimer(unclaimed);
            closed.run();
        } else {
            open.end();
        }
    }

    boolean has(String id) {
        return operations.has(id);
    }

    /** Whether somebody is connected, and there is room for an operation of that id. */
    boolean canStart(String id) {
        return isOpen() && !has(id) && operations.size() < config.maxOperationsPerConnection();
    }

    /**
     * Starts an operation.
     *
     * @param asking whoever asks for it, by a token that may be newer than the stream's
     * @param entered the request that it came with
     * @param memory is held for the request until the operation has its own
     * @param settled is told whether it was admitted: null, or why not
     */
    void start(
            String id,
            Map<?, ?> request,
            Session asking,
            OperationGate.Entry entered,
            MemoryShare memory,
            Consumer<@Nullable Refusal> settled) {
        OperationSink sink = new OperationSink(id);
        operations.start(id, request, asking, entered, memory, sink, refusal -> {
            settled.accept(refusal);
            if (refusal != null && refusal.isWellFormed()) {
                sink.fail(refusal.errors());
            }
        });
    }

    /** Whoever asks, everything happens on this stream's event loop. */
    Session asking(Session other) {
        return new Session(session.loop(), other.caller(), other.client(), other.context());
    }

    void cancel(String id) {
        operations.cancel(id);
    }

    @Override
    public void leave() {
        session.run(() -> {
            operations.cancelAll();
            end();
        });
    }

    private final class OperationSink implements Sink {
        private final String id;

        OperationSink(String id) {
            this.id = id;
        }

        private void send(String event, JsonWriter data, Runnable taken) {
            EventStream open = stream;
            if (open != null && !isGone) {
                open.send(event, data, taken);
            } else {
                taken.run();
            }
        }

        @Override
        public void next(ExecutionResult answer, Runnable taken) {
            send("next", EventBody.with(id, EventBody.of(answer)), taken);
        }

        @Override
        public String transport() {
            return "sse";
        }

        @Override
        public void fail(List<ExecutionError> errors) {
            send("next", EventBody.with(id, EventBody.of(errors)), () -> {});
            complete();
        }

        @Override
        public void complete() {
            send("complete", EventBody.of(id), () -> {});
        }

        @Override
        public boolean isFull() {
            EventStream open = stream;
            return open != null && !isGone && open.isFull();
        }
    }
}
