package org.khabar.gateway.http;

import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Is told what becomes of operations that came through the {@link OperationGate}; counts, logs and traces it. */
@Singleton
public final class OperationOutcomes {
    private final GraphqlService service;
    private final RequestObserver observer;
    private final AccessLog accessLog;

    OperationOutcomes(GraphqlService service, RequestObserver observer, AccessLog accessLog) {
        this.service = service;
        this.observer = observer;
        this.accessLog = accessLog;
    }

    /**
     * Follows one event of a subscription.
     *
     * @param headers what subgraphs are sent along
     * @return who is told how it ends; null when nobody wants to know
     */
    public @Nullable OperationTrace follow(AdmittedOperation operation, Map<String, String> headers) {
        OperationTrace trace = service.tracer().begin(headers);
        if (trace != null) {
            trace.prepared(operation.plan(), operation.name(), true);
        }
        return trace;
    }

    /**
     * Says that the answer to an operation that was admitted is there, or that to one of its events.
     *
     * @param outcome that of the answer
     * @param startedAt when that was begun, as {@link System#nanoTime()}
     */
    public void ran(AdmittedOperation operation, String outcome, long startedAt) {
        String requestId = operation.input().headers().getOrDefault(ForwardedHeaders.REQUEST_ID, "");
        service.reports().ran(operation.name(), operation.plan(), outcome, startedAt, requestId);
    }

    /**
     * Says how an operation ended that was admitted.
     *
     * @param transport what its connection speaks
     * @param startedAt when it began, as {@link System#nanoTime()}
     * @param events how many answers its client was sent
     */
    public void ended(AdmittedOperation operation, String transport, String outcome, long startedAt, int events) {
        observer.answered(outcome);
        accessLog.ran(operation, transport, outcome, startedAt, events);
    }

    /** Says how an operation ended that was not. */
    public void ended(String outcome) {
        observer.answered(outcome);
    }

    /** Says that an operation that was admitted was given up before its one answer. */
    public void gaveUp(AdmittedOperation operation, String transport, long startedAt) {
        accessLog.ran(operation, transport, "CANCELLED", startedAt, 0);
    }

    /**
     * Says that a WebSocket is closed.
     *
     * @param code the code; negative when there is none
     * @param startedAt when it was opened, as {@link System#nanoTime()}
     * @param operations how many were asked for on it
     * @param headers those of the request that it was opened with; see {@link OperationGate#headers}
     */
    public void closed(int code, long startedAt, int operations, Map<String, String> headers) {
        accessLog.closed(code, startedAt, operations, headers.getOrDefault(ForwardedHeaders.REQUEST_ID, "-"));
    }
}
