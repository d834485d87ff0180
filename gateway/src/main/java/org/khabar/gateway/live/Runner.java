package org.khabar.gateway.live;

import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.http.AdmittedOperation;
import org.khabar.gateway.http.OperationGate;
import org.khabar.gateway.security.Callers;

/** Makes admitted operations run. */
@Singleton
class Runner {
    private final Vertx vertx;
    private final Callers callers;
    private final Upstreams upstreams;
    private final OperationGate gate;
    private final Connections connections;
    private final LiveConfig config;
    private final SchemaChanges changes;

    Runner(
            Vertx vertx,
            Callers callers,
            Upstreams upstreams,
            OperationGate gate,
            Connections connections,
            LiveConfig config,
            SchemaChanges changes) {
        this.changes = changes;
        this.vertx = vertx;
        this.callers = callers;
        this.upstreams = upstreams;
        this.gate = gate;
        this.connections = connections;
        this.config = config;
    }

    /** The operation, to be started; one that fails at once when its client has too many. */
    Running run(AdmittedOperation operation, Session session, Sink sink) {
        if (!operation.hasEvents()) {
            return new SingleAnswer(operation, session, sink, gate);
        }
        if (!connections.tryStart(session.client())) {
            return new TooMany(sink, gate);
        }
        long startedAt = System.nanoTime();
        return new EventRun(
                operation, session, sink, vertx, callers, upstreams, gate, changes, config, (last, outcome, events) -> {
                    connections.end(session.client());
                    gate.outcomes().ended(last, sink.transport(), outcome, startedAt, events);
                });
    }

    /** A subscription beyond a bound. */
    private record TooMany(Sink sink, OperationGate gate) implements Running {
        @Override
        public void start() {
            gate.outcomes().ended("LIMIT_EXCEEDED");
            sink.fail(List.of(ExecutionError.of(
                    "There are too many subscriptions; end some, or come back later", "LIMIT_EXCEEDED", null)));
        }

        @Override
        public void cancel() {}

        @Override
        public void drained() {}
    }
}
