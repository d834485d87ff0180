package org.khabar.gateway.live;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.ExecutionResult;
import org.khabar.gateway.http.AdmittedOperation;
import org.khabar.gateway.http.OperationGate;

/** A query or mutation, or a subscription that is refused: it has one answer. */
final class SingleAnswer implements Running {
    private final AdmittedOperation operation;
    private final Session session;
    private final Sink sink;
    private final OperationGate gate;
    private @Nullable CompletableFuture<ExecutionResult> result;
    private @Nullable ExecutionResult held;
    private boolean done;

    SingleAnswer(AdmittedOperation operation, Session session, Sink sink, OperationGate gate) {
        this.operation = operation;
        this.session = session;
        this.sink = sink;
        this.gate = gate;
    }

    @Override
    public void start() {
        CompletableFuture<ExecutionResult> started =
                operation.schema().executor().execute(operation.plan(), operation.input());
        result = started;
        started.whenComplete((answer, failure) -> session.run(() -> {
            if (!done) {
                settle(answer, failure);
            }
        }));
    }

    private void settle(@Nullable ExecutionResult answer, @Nullable Throwable failure) {
        if (answer == null) {
            OperationGate.Refusal refusal =
                    gate.refusal(failure == null ? new IllegalStateException("No answer") : failure);
            end(refusal.code());
            sink.fail(refusal.errors());
            return;
        }
        held = answer;
        drained();
    }

    /** A client that does not take off what it was sent has this one wait, and count as under way. */
    @Override
    public void drained() {
        ExecutionResult answer = held;
        if (answer == null || sink.isFull()) {
            return;
        }
        held = null;
        end(answer.errors().isEmpty() ? "OK" : "PARTIAL");
        sink.next(answer);
        sink.complete();
    }

    private void end(String outcome) {
        done = true;
        gate.ended(outcome);
        operation.ended(outcome);
    }

    @Override
    public void cancel() {
        if (done) {
            return;
        }
        done = true;
        held = null;
        CompletableFuture<ExecutionResult> started = result;
        if (started != null) {
            started.cancel(true);
        }
        operation.ended("CANCELLED");
    }
}
