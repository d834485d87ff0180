package org.khabar.gateway.http;

import graphql.language.OperationDefinition.Operation;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.documents.DocumentException;
import org.khabar.gateway.documents.Documents;
import org.khabar.gateway.execute.AnswerParts;
import org.khabar.gateway.execute.ExecutionInput;
import org.khabar.gateway.execute.ExecutionResult;
import org.khabar.gateway.execute.RunObserver;
import org.khabar.gateway.execute.VariableCoercion;
import org.khabar.gateway.execute.VariableException;
import org.khabar.gateway.guard.DocumentGuard;
import org.khabar.gateway.guard.GuardConfig;
import org.khabar.gateway.guard.LimitExceededException;
import org.khabar.gateway.memory.MemoryShare;
import org.khabar.gateway.plan.Deferral;
import org.khabar.gateway.plan.PlanningException;
import org.khabar.gateway.quota.QuotaException;
import org.khabar.gateway.quota.Quotas;
import org.khabar.gateway.schema.SchemaKeeper;
import org.khabar.gateway.schema.SchemaState;
import org.khabar.gateway.schema.ServedSchema;
import org.khabar.gateway.security.Caller;

/** Answers GraphQL requests: prepares the operation, checks the variables, runs the plan. */
@Singleton
class GraphqlService {
    private final SchemaKeeper keeper;
    private final OperationPreparer preparer;
    private final IntrospectionGate introspection;
    private final Documents documents;
    private final Quotas quotas;
    private final RunReports reports;
    private final OperationTracer tracer;
    private final AccessLog accessLog;
    private final DocumentGuard guard;
    private final GuardConfig limits;
    private final HttpConfig config;

    GraphqlService(
            SchemaKeeper keeper,
            OperationPreparer preparer,
            IntrospectionGate introspection,
            Documents documents,
            Quotas quotas,
            RunReports reports,
            OperationTracer tracer,
            AccessLog accessLog,
            DocumentGuard guard,
            GuardConfig limits,
            HttpConfig config) {
        this.keeper = keeper;
        this.preparer = preparer;
        this.introspection = introspection;
        this.documents = documents;
        this.quotas = quotas;
        this.reports = reports;
        this.tracer = tracer;
        this.accessLog = accessLog;
        this.guard = guard;
        this.limits = limits;
        this.config = config;
    }

    /** Who is to be told of what was run. */
    RunReports reports() {
        return reports;
    }

    /** Who follows operations. */
    OperationTracer tracer() {
        return tracer;
    }

    /** Whether somebody wants to know how many requests to subgraphs an operation takes. */
    boolean countsFetches() {
        return accessLog.isOn();
    }

    /** How long a request may take. */
    Duration requestTimeout() {
        return config.requestTimeout();
    }

    /**
     * What a request has left after who asks was found out, its body was read and its operation was prepared.
     *
     * @param startedAt when it began, as {@link System#nanoTime()}
     */
    Duration timeLeft(long startedAt) {
        Duration left = requestTimeout().minusNanos(System.nanoTime() - startedAt);
        if (left.isNegative() || left.isZero()) {
            throw RequestException.late();
        }
        return left;
    }

    /** The schema that is served now. */
    ServedSchema schema() {
        return switch (keeper.state()) {
            case SchemaState.Serving serving -> serving.schema();
            case SchemaState.Waiting _ -> throw RequestException.unavailable("The gateway is waiting for its services");
        };
    }

    /** The request with its document, which the client may have named only. */
    GraphqlRequest resolve(GraphqlParameters parameters, Caller caller) {
        try {
            return parameters.with(documents.resolve(parameters.document(), caller.roles()));
        } catch (DocumentException e) {
            throw RequestException.refused(String.valueOf(e.getMessage()), e.code());
        }
    }

    /**
     * Lets the further requests of a batch in.
     *
     * @return to be run when they have ended
     */
    Runnable enterMore(Caller caller, int requests) {
        try {
            return requests == 0
                    ? () -> {}
                    : quotas.enter(caller.id(), requests).end();
        } catch (QuotaException e) {
            throw RequestException.turnedAway(e);
        }
    }

    /** Keeps the document of a request that can be run, if the client wants that. */
    void keep(GraphqlParameters parameters) {
        documents.keep(parameters.document());
    }

    /**
     * Prepares an operation for a caller who may run it.
     *
     * @param takesParts whether the answer may come in parts
     */
    Future<PreparedOperation> prepare(ServedSchema schema, GraphqlRequest request, Caller caller, boolean takesParts) {
        return preparer.prepare(schema, request, caller, takesParts)
                .map(prepared -> introspection.check(prepared, caller));
    }

    /** What the operations of one body may cost. */
    CostBudget costBudget() {
        return new CostBudget(limits.maxCost());
    }

    /** Runs a prepared operation. Cancelling the future gives up its fetches. */
    CompletableFuture<ExecutionResult> execute(
            ServedSchema schema,
            PreparedOperation prepared,
            GraphqlRequest request,
            Map<String, String> forwarded,
            Duration timeLeft,
            @Nullable RunObserver observer,
            CostBudget budget,
            MemoryShare memory) {
        if (prepared.plan().operation() == Operation.SUBSCRIPTION) {
            throw RequestException.refused(
                    "A subscription needs a stream of events: Accept must be text/event-stream, or use a WebSocket",
                    "BAD_USER_INPUT");
        }
        return schema.executor()
                .execute(
                        prepared.plan(),
                        input(schema, prepared, request, forwarded, timeLeft, observer, budget, memory));
    }

    /** Runs a prepared operation whose answer comes in parts. */
    AnswerParts executeInParts(
            ServedSchema schema,
            PreparedOperation prepared,
            Deferral deferral,
            GraphqlRequest request,
            Map<String, String> forwarded,
            Duration timeLeft,
            @Nullable RunObserver observer,
            MemoryShare memory) {
        ExecutionInput input = input(schema, prepared, request, forwarded, timeLeft, observer, costBudget(), memory);
        return schema.executor().executeInParts(prepared.plan(), deferral, input);
    }

    /**
     * What a prepared operation is run with, once its variables and its cost are found to be in order.
     *
     * @param timeLeft how long its answer may take, or that to each of its events
     * @param memory where room is taken for its answer
     */
    ExecutionInput input(
            ServedSchema schema,
            PreparedOperation prepared,
            GraphqlRequest request,
            Map<String, String> forwarded,
            Duration timeLeft,
            @Nullable RunObserver observer,
            MemoryShare memory) {
        return input(schema, prepared, request, forwarded, timeLeft, observer, costBudget(), memory);
    }

    private ExecutionInput input(
            ServedSchema schema,
            PreparedOperation prepared,
            GraphqlRequest request,
            Map<String, String> forwarded,
            Duration timeLeft,
            @Nullable RunObserver observer,
            CostBudget budget,
            MemoryShare memory) {
        Map<String, @Nullable Object> variables = variables(schema, prepared, request);
        checkCost(prepared, variables, budget);
        return new ExecutionInput(variables, forwarded, timeLeft, config.maxResponseBytes(), observer, memory);
    }

    private void checkCost(PreparedOperation prepared, Map<String, @Nullable Object> variables, CostBudget budget) {
        try {
            prepared.analysed().analysis().cost().requireLengths(variables, limits.maxListSize());
            budget.take(prepared.analysed().analysis().cost().estimate(variables));
        } catch (PlanningException e) {
            throw RequestException.refused(String.valueOf(e.getMessage()), e.code());
        }
    }

    private Map<String, @Nullable Object> variables(
            ServedSchema schema, PreparedOperation prepared, GraphqlRequest request) {
        try {
            guard.check(request.variables());
            return VariableCoercion.coerce(
                    schema.supergraph().apiSchema(), prepared.analysed().operation(), request.variables());
        } catch (VariableException e) {
            throw RequestException.refused(String.valueOf(e.getMessage()), "BAD_USER_INPUT");
        } catch (LimitExceededException e) {
            throw RequestException.refused(String.valueOf(e.getMessage()), "LIMIT_EXCEEDED");
        }
    }
}
