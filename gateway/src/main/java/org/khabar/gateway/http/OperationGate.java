package org.khabar.gateway.http;

import graphql.language.OperationDefinition.Operation;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.execute.ExecutionInput;
import org.khabar.gateway.guard.GuardConfig;
import org.khabar.gateway.memory.MemoryBudget;
import org.khabar.gateway.memory.MemoryShare;
import org.khabar.gateway.plan.QueryPlan;
import org.khabar.gateway.quota.QuotaException;
import org.khabar.gateway.quota.Quotas;
import org.khabar.gateway.schema.ServedSchema;
import org.khabar.gateway.security.Caller;

/**
 * Lets operations in that come by other ways than one HTTP request with one answer, by the same rules: bounds, access,
 * cost.
 */
@Singleton
public final class OperationGate {
    private static final Logger LOG = Logger.getLogger(OperationGate.class);

    private final GraphqlService service;
    private final RequestReader reader;
    private final RequestObserver observer;
    private final Quotas quotas;
    private final MemoryBudget memory;
    private final AccessLog accessLog;

    OperationGate(
            GraphqlService service,
            GuardConfig limits,
            RequestObserver observer,
            Quotas quotas,
            MemoryBudget memory,
            AccessLog accessLog) {
        this.accessLog = accessLog;
        this.memory = memory;
        this.service = service;
        this.quotas = quotas;
        this.reader = new RequestReader(limits.maxJsonDepth(), 0);
        this.observer = observer;
    }

    /**
     * Counts a request that runs nothing.
     *
     * @throws QuotaException when the client asks too often
     */
    public void count(String client) {
        quotas.take(client, 1);
    }

    /**
     * Lets a request in whose body is to be read.
     *
     * @return gives its place back; to be handed to {@link #admit}, or run
     * @throws QuotaException when the client has too many, or asks too often
     */
    public Runnable enter(Caller caller) {
        return quotas.enter(caller.id()).end();
    }

    /**
     * Admits an operation. A subscription gives back its place in the client's quota at once: its connection counts.
     *
     * @param request a GraphQL request, parsed
     * @param headers what subgraphs are sent along
     * @param leave gives back the place that the request has; null when it is to get one
     * @return fails when it is refused; {@link #refusal} says why
     */
    public Future<AdmittedOperation> admit(
            Map<?, ?> request, Caller caller, Map<String, String> headers, @Nullable Runnable leave) {
        return admit(() -> ParameterReader.read(request), caller, headers, leave);
    }

    /** Admits an operation out of a query string. */
    public Future<AdmittedOperation> admit(MultiMap parameters, Caller caller, Map<String, String> headers) {
        return admit(() -> reader.fromQueryString(parameters), caller, headers, (Runnable) null);
    }

    /**
     * What subgraphs are sent of the request that a connection was opened with, beside who asks. To be read before the
     * connection is opened.
     */
    public Map<String, String> headers(HttpServerRequest opening) {
        return ForwardedHeaders.context(opening);
    }

    private Future<AdmittedOperation> admit(
            Supplier<GraphqlParameters> read, Caller caller, Map<String, String> headers, @Nullable Runnable entered) {
        OperationTrace trace = service.tracer().begin(headers);
        Future<AdmittedOperation> admitted = admit(read, caller, headers, trace, entered);
        if (trace != null) {
            admitted.onSuccess(operation -> {
                        if (operation.hasEvents()) {
                            trace.ended("OK");
                        }
                    })
                    .onFailure(refused -> trace.ended(RequestException.outcome(refused)));
        }
        return admitted;
    }

    private Future<AdmittedOperation> admit(
            Supplier<GraphqlParameters> read,
            Caller caller,
            Map<String, String> headers,
            @Nullable OperationTrace trace,
            @Nullable Runnable entered) {
        try {
            Runnable leave = entered == null ? enter(caller) : entered;
            return prepare(read, caller, headers, trace, leave)
                    .onSuccess(operation -> {
                        if (operation.hasEvents()) {
                            leave.run();
                        }
                    })
                    .onFailure(_ -> leave.run());
        } catch (QuotaException tooMany) {
            return Future.failedFuture(RequestException.turnedAway(tooMany));
        }
    }

    @SuppressWarnings("IllegalCatch")
    private Future<AdmittedOperation> prepare(
            Supplier<GraphqlParameters> read,
            Caller caller,
            Map<String, String> headers,
            @Nullable OperationTrace trace,
            Runnable leave) {
        try {
            GraphqlParameters parameters = read.get();
            GraphqlRequest request = service.resolve(parameters, caller);
            if (trace != null) {
                trace.preparing(request.query());
            }
            ServedSchema schema = service.schema();
            return service.prepare(schema, request, caller, false)
                    .map(prepared -> admitted(schema, prepared, request, caller, headers, trace, leave))
                    .onSuccess(_ -> service.keep(parameters));
        } catch (RuntimeException refused) {
            return Future.failedFuture(refused);
        }
    }

    private AdmittedOperation admitted(
            ServedSchema schema,
            PreparedOperation prepared,
            GraphqlRequest request,
            Caller caller,
            Map<String, String> headers,
            @Nullable OperationTrace trace,
            Runnable leave) {
        QueryPlan plan = prepared.plan();
        String name = prepared.analysed().operation().getName();
        MemoryShare share =
                plan.operation() == Operation.SUBSCRIPTION ? memory.lasting(caller.id(), 0) : memory.share(caller.id());
        if (trace == null) {
            return new AdmittedOperation(
                    schema,
                    plan,
                    name,
                    service.input(schema, prepared, request, headers, null, share),
                    request,
                    null,
                    leave);
        }
        trace.prepared(plan, name, prepared.found());
        return new AdmittedOperation(
                schema,
                plan,
                name,
                service.input(schema, prepared, request, trace.headers(), trace.observer(plan), share),
                request,
                trace,
                leave);
    }

    /**
     * A share of the memory, for a body that is read.
     *
     * @param client whose it is
     */
    public MemoryShare share(String client) {
        return memory.share(client);
    }

    /**
     * A share of the memory, for what a client may have thousands of.
     *
     * @param free bytes that each has for free
     */
    public MemoryShare share(String client, int free) {
        return memory.lasting(client, free);
    }

    /** Whether another schema is served than the one that it was planned for. */
    public boolean isOutdated(AdmittedOperation operation) {
        return service.schema() != operation.schema();
    }

    /**
     * The same operation for the schema that is served now.
     *
     * @return fails when it cannot be run any more, or cannot be prepared now; {@link #refusal} says why
     */
    @SuppressWarnings("IllegalCatch")
    public Future<AdmittedOperation> renew(AdmittedOperation operation, Caller caller) {
        try {
            ServedSchema schema = service.schema();
            return service.prepare(schema, operation.request(), caller, false)
                    .map(prepared -> renewed(operation, schema, prepared));
        } catch (RuntimeException refused) {
            return Future.failedFuture(refused);
        }
    }

    private AdmittedOperation renewed(AdmittedOperation operation, ServedSchema schema, PreparedOperation prepared) {
        ExecutionInput input = operation.input();
        return new AdmittedOperation(
                schema,
                prepared.plan(),
                operation.name(),
                service.input(schema, prepared, operation.request(), input.headers(), null, input.memory()),
                operation.request(),
                operation.trace(),
                operation.leave());
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

    /** Why an operation was not admitted. */
    public Refusal refusal(Throwable failure) {
        RequestException refused = switch (failure) {
            case RequestException known -> known;
            case QuotaException tooMany -> RequestException.turnedAway(tooMany);
            default -> internal(failure);
        };
        return new Refusal(refused.status(), refused.isWellFormed(), refused.errors(), refused.headers());
    }

    private static RequestException internal(Throwable failure) {
        LOG.error("A request failed", failure);
        return RequestException.internal();
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
     * @param headers those of the request that it was opened with; see {@link #headers}
     */
    public void closed(int code, long startedAt, int operations, Map<String, String> headers) {
        accessLog.closed(code, startedAt, operations, headers.getOrDefault(ForwardedHeaders.REQUEST_ID, "-"));
    }

    /** Says how an operation ended. */
    public void ended(String outcome) {
        observer.answered(outcome);
    }

    /**
     * What is answered to a request that is not run.
     *
     * @param status the HTTP status
     * @param isWellFormed whether it is a GraphQL request at all
     * @param errors the errors
     * @param headers header fields that the answer is to have
     */
    public record Refusal(int status, boolean isWellFormed, List<ExecutionError> errors, Map<String, String> headers) {
        public Refusal {
            headers = Map.copyOf(headers);
            errors = List.copyOf(errors);
        }

        /** Whether it may be otherwise in a moment. */
        public boolean isForNow() {
            return status == 429 || status == 503;
        }

        /** What clients see as {@code extensions.code}. */
        public String code() {
            return errors.isEmpty()
                    ? "INTERNAL"
                    : String.valueOf(errors.getFirst().extensions().get("code"));
        }
    }
}
