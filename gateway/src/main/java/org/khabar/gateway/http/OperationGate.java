package org.khabar.gateway.http;

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
import org.khabar.gateway.guard.GuardConfig;
import org.khabar.gateway.plan.QueryPlan;
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

    OperationGate(GraphqlService service, GuardConfig limits, RequestObserver observer) {
        this.service = service;
        this.reader = new RequestReader(limits.maxJsonDepth(), 0);
        this.observer = observer;
    }

    /**
     * Admits an operation.
     *
     * @param request a GraphQL request, parsed
     * @param headers what subgraphs are sent along
     * @return fails when it is refused; {@link #refusal} says why
     */
    public Future<AdmittedOperation> admit(Map<?, ?> request, Caller caller, Map<String, String> headers) {
        return admit(() -> ParameterReader.read(request), caller, headers);
    }

    /** Admits an operation out of a query string. */
    public Future<AdmittedOperation> admit(MultiMap parameters, Caller caller, Map<String, String> headers) {
        return admit(() -> reader.fromQueryString(parameters), caller, headers);
    }

    /**
     * What subgraphs are sent of the request that a connection was opened with, beside who asks. To be read before the
     * connection is opened.
     */
    public Map<String, String> headers(HttpServerRequest opening) {
        return ForwardedHeaders.context(opening);
    }

    private Future<AdmittedOperation> admit(
            Supplier<GraphqlParameters> read, Caller caller, Map<String, String> headers) {
        OperationTrace trace = service.tracer().begin(headers);
        Future<AdmittedOperation> admitted = admit(read, caller, headers, trace);
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

    @SuppressWarnings("IllegalCatch")
    private Future<AdmittedOperation> admit(
            Supplier<GraphqlParameters> read,
            Caller caller,
            Map<String, String> headers,
            @Nullable OperationTrace trace) {
        try {
            GraphqlParameters parameters = read.get();
            service.enterMore(caller, 1);
            GraphqlRequest request = service.resolve(parameters, caller);
            if (trace != null) {
                trace.preparing(request.query());
            }
            ServedSchema schema = service.schema();
            return service.prepare(schema, request, caller, false)
                    .map(prepared -> admitted(schema, prepared, request, headers, trace))
                    .onSuccess(_ -> service.keep(parameters));
        } catch (RuntimeException refused) {
            return Future.failedFuture(refused);
        }
    }

    private AdmittedOperation admitted(
            ServedSchema schema,
            PreparedOperation prepared,
            GraphqlRequest request,
            Map<String, String> headers,
            @Nullable OperationTrace trace) {
        QueryPlan plan = prepared.plan();
        String name = prepared.analysed().operation().getName();
        if (trace == null) {
            return new AdmittedOperation(
                    schema, plan, name, service.input(schema, prepared, request, headers, null), null);
        }
        trace.prepared(plan, name, prepared.found());
        return new AdmittedOperation(
                schema,
                plan,
                name,
                service.input(schema, prepared, request, trace.headers(), trace.observer(plan)),
                trace);
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
        RequestException refused = failure instanceof RequestException known ? known : internal(failure);
        return new Refusal(refused.status(), refused.isWellFormed(), refused.errors());
    }

    private static RequestException internal(Throwable failure) {
        LOG.error("A request failed", failure);
        return RequestException.internal();
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
     */
    public record Refusal(int status, boolean isWellFormed, List<ExecutionError> errors) {
        public Refusal {
            errors = List.copyOf(errors);
        }

        /** What clients see as {@code extensions.code}. */
        public String code() {
            return errors.isEmpty()
                    ? "INTERNAL"
                    : String.valueOf(errors.getFirst().extensions().get("code"));
        }
    }
}
