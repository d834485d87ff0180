package org.khabar.gateway.live;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.execute.ExecutionResult;
import org.khabar.gateway.http.AdmittedOperation;
import org.khabar.gateway.http.OperationGate;
import org.khabar.gateway.http.Refusal;
import org.khabar.gateway.memory.MemoryShare;

/** A query or mutation, or a subscription that is refused: it has one answer. */
final class SingleAnswer implements Running {
    private final AdmittedOperation operation;
    private final Session session;
    private final Sink sink;
    private final OperationGate gate;
    private final MemoryShare memory;
    private @Nullable CompletableFuture<ExecutionResult> result;
    private @Nullable ExecutionResult held;
    private boolean done;

    SingleAnswer(AdmittedOperation operation, Session session, Sink sink, OperationGate gate) {
        this.operation = operation;
        this.session = session;
        this.sink = sink;
        this.gate = gate;
        this.memory = operation.input().memory();
    }

    @Override
    public void start() {
        if (!memory.tryTake(operation.weight())) {
            fail("OVERLOADED", List.of(Outgoing.noMemory("the request", memory)));
            return;
        }
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
            Refusal refusal = Refusal.of(failure == null ? new IllegalStateException("No answer") : failure);
            fail(refusal.code(), refusal.errors());
            return;
        }
        ExecutionResult fitting = Outgoing.fitting(answer, memory);
        held = fitting;
        gate.outcomes().ran(operation, outcome(fitting), operation.readAt());
        drained();
    }

    private static String outcome(ExecutionResult answer) {
        return answer.errors().isEmpty() ? "OK" : "PARTIAL";
    }

    private void fail(String code, List<ExecutionError> errors) {
        done = true;
        gate.outcomes().ended(operation, sink.transport(), code, operation.readAt(), 0);
        operation.ended(code);
        memory.close();
        sink.fail(errors);
    }

    /** A client that does not take off what it was sent has this one wait, and count as under way. */
    @Override
    public void drained() {
        ExecutionResult answer = held;
        if (answer == null || sink.isFull()) {
            return;
        }
        held = null;
        done = true;
        String outcome = outcome(answer);
        gate.outcomes().ended(operation, sink.transport(), outcome, operation.readAt(), 1);
        operation.answered(outcome);
        sink.next(answer, this::left);
        sink.complete();
    }

    /** The answer is out of the process, or will never be. */
    private void left() {
        memory.close();
        operation.leave().run();
    }

    @Override
    public void cancel() {
        if (done) {
            return;
        }
        done = true;
        held = null;
        memory.close();
        CompletableFuture<ExecutionResult> started = result;
        if (started != null) {
            started.cancel(true);
        }
        gate.outcomes().gaveUp(operation, sink.transport(), operation.readAt());
        operation.ended("CANCELLED");
    }
}
