package org.khabar.gateway.http;

import graphql.language.OperationDefinition.Operation;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
    private final GraphqlService service;
    private final RequestReader reader;
    private final Quotas quotas;
    private final MemoryBudget memory;
    private final OperationOutcomes outcomes;

    OperationGate(
            GraphqlService service,
            GuardConfig limits,
            Quotas quotas,
            MemoryBudget memory,
            OperationOutcomes outcomes) {
        this.outcomes = outcomes;
        this.memory = memory;
        this.service = service;
        this.quotas = quotas;
        this.reader = new RequestReader(limits.maxJsonDepth(), 0);
    }

    /**
     * Counts a request that runs nothing.
     *
     * @return header fields that tell the client what is left
     * @throws QuotaException when the client asks too often
     */
    public Map<String, String> count(String client) {
        return quotas.take(client, 1);
    }

    /**
     * A request that was let in.
     *
     * @param headers header fields that tell the client what is left
     * @param leave gives its place back, once or more often
     * @param startedAt when it began, as {@link System#nanoTime()}
     */
    public record Entry(Map<String, String> headers, Runnable leave, long startedAt) {
        public Entry {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * Lets a request in whose body may be still to be read.
     *
     * @param startedAt when it began, as {@link System#nanoTime()}
     * @return to be handed to {@link #admit}, or left
     * @throws QuotaException when the client has too many, or asks too often
     */
    public Entry enter(Caller caller, long startedAt) {
        Quotas.Admission admission = quotas.enter(caller.id());
        return new Entry(admission.headers(), admission.end(), startedAt);
    }

    /**
     * Admits an operation. A subscription gives back its place in the client's quota at once: its connection counts.
     *
     * @param request a GraphQL request, parsed
     * @param headers what subgraphs are sent along
     * @param entered the request that it came with; null when it begins now and is to be let in
     * @return fails when it is refused; {@link Refusal#of} says why
     */
    public Future<AdmittedOperation> admit(
            Map<?, ?> request, Caller caller, Map<String, String> headers, @Nullable Entry entered) {
        return admit(new Asking(() -> ParameterReader.read(request), caller, headers), entered);
    }

    /** Admits an operation out of a query string. */
    public Future<AdmittedOperation> admit(
            MultiMap parameters, Caller caller, Map<String, String> headers, Entry entered) {
        return admit(new Asking(() -> reader.fromQueryString(parameters), caller, headers), entered);
    }

    /**
     * What is asked.
     *
     * @param read reads it
     * @param caller who asks
     * @param headers what subgraphs are sent along
     */
    private record Asking(Supplier<GraphqlParameters> read, Caller caller, Map<String, String> headers) {
        Asking {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * What subgraphs are sent of the request that a connection was opened with, beside who asks. To be read before the
     * connection is opened.
     */
    public Map<String, String> headers(HttpServerRequest opening) {
        return ForwardedHeaders.context(opening);
    }

    private Future<AdmittedOperation> admit(Asking asking, @Nullable Entry entered) {
        OperationTrace trace = service.tracer().begin(asking.headers());
        Future<AdmittedOperation> admitted = admit(asking, trace, entered);
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

    private Future<AdmittedOperation> admit(Asking asking, @Nullable OperationTrace trace, @Nullable Entry entered) {
        try {
            Entry entry = entered == null ? enter(asking.caller(), System.nanoTime()) : entered;
            return prepare(asking, trace, entry)
                    .onSuccess(operation -> {
                        if (operation.hasEvents()) {
                            entry.leave().run();
                        }
                    })
                    .onFailure(_ -> entry.leave().run());
        } catch (QuotaException tooMany) {
            return Future.failedFuture(RequestException.turnedAway(tooMany));
        }
    }

    @SuppressWarnings("IllegalCatch")
    private Future<AdmittedOperation> prepare(Asking asking, @Nullable OperationTrace trace, Entry entry) {
        try {
            long readAt = System.nanoTime();
            GraphqlParameters parameters = asking.read().get();
            GraphqlRequest request = service.resolve(parameters, asking.caller());
            if (trace != null) {
                trace.preparing(request.query());
            }
            ServedSchema schema = service.schema();
            return service.prepare(schema, request, asking.caller(), false)
                    .map(prepared -> admitted(schema, prepared, request, asking, trace, entry, readAt))
                    .onSuccess(_ -> service.keep(parameters));
        } catch (RuntimeException refused) {
            return Future.failedFuture(refused);
        }
    }

    private AdmittedOperation admitted(
            ServedSchema schema,
            PreparedOperation prepared,
            GraphqlRequest request,
            Asking asking,
            @Nullable OperationTrace trace,
            Entry entry,
            long readAt) {
        QueryPlan plan = prepared.plan();
        String name = prepared.analysed().operation().getName();
        String client = asking.caller().id();
        boolean lasts = plan.operation() == Operation.SUBSCRIPTION;
        MemoryShare share = lasts ? memory.lasting(client, 0) : memory.share(client);
        // Each event has all the time, whenever the subscription was begun.
        Duration left = lasts ? service.requestTimeout() : service.timeLeft(entry.startedAt());
        if (trace == null) {
            return new AdmittedOperation(
                    schema,
                    plan,
                    name,
                    service.input(schema, prepared, request, asking.headers(), left, null, share),
                    request,
                    null,
                    entry.leave(),
                    readAt);
        }
        trace.prepared(plan, name, prepared.found());
        return new AdmittedOperation(
                schema,
                plan,
                name,
                service.input(schema, prepared, request, trace.headers(), left, trace.observer(plan), share),
                request,
                trace,
                entry.leave(),
                readAt);
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
     * @return fails when it cannot be run any more, or cannot be prepared now; {@link Refusal#of} says why
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
                service.input(
                        schema, prepared, operation.request(), input.headers(), input.timeout(), null, input.memory()),
                operation.request(),
                operation.trace(),
                operation.leave(),
                operation.readAt());
    }

    /** Who is told what becomes of operations. */
    public OperationOutcomes outcomes() {
        return outcomes;
    }
}
