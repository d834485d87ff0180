package org.khabar.gateway.live;

import io.vertx.core.AsyncResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.execute.ExecutionResult;
import org.khabar.gateway.http.AdmittedOperation;
import org.khabar.gateway.http.OperationGate;
import org.khabar.gateway.http.Refusal;
import org.khabar.gateway.memory.MemoryShare;

/** The operations of one connection, by the client's ids. Used on the connection's event loop. */
final class Operations {
    private final OperationGate gate;
    private final Runner runner;
    private final Map<String, Running> running = new HashMap<>();
    private Consumer<@Nullable Refusal> outcomes = _ -> {};

    Operations(OperationGate gate, Runner runner) {
        this.gate = gate;
        this.runner = runner;
    }

    /**
     * Watches how operations are let in.
     *
     * @param known is told of each, also of those that were given up meanwhile: null, or why not
     */
    void watch(Consumer<@Nullable Refusal> known) {
        outcomes = known;
    }

    boolean has(String id) {
        return running.containsKey(id);
    }

    int size() {
        return running.size();
    }

    Set<String> ids() {
        return Set.copyOf(running.keySet());
    }

    /**
     * Starts an operation.
     *
     * @param request what the client asks
     * @param entered the request that it came with; null when it begins now and is to be let in
     * @param memory is held for the request until the operation has its own; closed then
     * @param settled is told whether it was admitted, or given up meanwhile: null, or why not
     */
    void start(
            String id,
            Map<?, ?> request,
            Session session,
            OperationGate.@Nullable Entry entered,
            MemoryShare memory,
            Sink sink,
            Consumer<@Nullable Refusal> settled) {
        Running.Pending pending = new Running.Pending();
        running.put(id, pending);
        gate.admit(request, session.caller(), session.headers(), entered)
                .onComplete(admitted -> session.run(() -> {
                    Refusal refusal = admitted.failed() ? Refusal.of(admitted.cause()) : null;
                    if (running.remove(id, pending)) {
                        settle(id, admitted, refusal, session, sink, settled);
                    } else {
                        if (admitted.succeeded()) {
                            admitted.result().ended("CANCELLED");
                        }
                        settled.accept(null);
                    }
                    outcomes.accept(refusal);
                    memory.close();
                }));
    }

    private void settle(
            String id,
            AsyncResult<AdmittedOperation> admitted,
            @Nullable Refusal refusal,
            Session session,
            Sink sink,
            Consumer<@Nullable Refusal> settled) {
        if (refusal != null) {
            gate.outcomes().ended(refusal.code());
            settled.accept(refusal);
            return;
        }
        settled.accept(null);
        run(id, admitted.result(), session, sink);
    }

    private void run(String id, AdmittedOperation operation, Session session, Sink sink) {
        Running started = runner.run(operation, session, new Leaving(id, sink));
        running.put(id, started);
        started.start();
    }

    void cancel(String id) {
        Running found = running.remove(id);
        if (found != null) {
            found.cancel();
        }
    }

    void cancelAll() {
        ids().forEach(this::cancel);
    }

    void drained() {
        List.copyOf(running.values()).forEach(Running::drained);
    }

    /** Takes an operation that ends out of the list before the client hears of it. */
    private final class Leaving implements Sink {
        private final String id;
        private final Sink sink;

        Leaving(String id, Sink sink) {
            this.id = id;
            this.sink = sink;
        }

        @Override
        public void next(ExecutionResult answer, Runnable taken) {
            sink.next(answer, taken);
        }

        @Override
        public String transport() {
            return sink.transport();
        }

        @Override
        public void fail(List<ExecutionError> errors) {
            running.remove(id);
            sink.fail(errors);
        }

        @Override
        public void complete() {
            running.remove(id);
            sink.complete();
        }

        @Override
        public boolean isFull() {
            return sink.isFull();
        }
    }
}
