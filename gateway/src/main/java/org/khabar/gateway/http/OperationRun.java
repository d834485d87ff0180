package org.khabar.gateway.http;

import graphql.language.OperationDefinition.Operation;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.ExecutionResult;
import org.khabar.gateway.execute.RunObserver;
import org.khabar.gateway.schema.ServedSchema;
import org.khabar.gateway.security.Caller;

/** One operation of a request, from what was asked to its answer. */
final class OperationRun {
    private final GraphqlService service;
    private final ServedSchema schema;
    private final Asker asker;
    private final Context loop;
    private final long startedAt = System.nanoTime();
    private @Nullable OperationTrace trace;
    private @Nullable CompletableFuture<ExecutionResult> underWay;

    OperationRun(GraphqlService service, ServedSchema schema, Asker asker, Context loop) {
        this.service = service;
        this.schema = schema;
        this.asker = asker;
        this.loop = loop;
    }

    /**
     * Who asks, and how.
     *
     * @param caller who
     * @param forwarded what subgraphs are sent of the request's headers
     * @param operations the operations that may be asked for this way
     * @param plan what is to be told of the plan
     */
    record Asker(Caller caller, Map<String, String> forwarded, Set<Operation> operations, PlanWish plan) {
        public Asker {
            forwarded = Map.copyOf(forwarded);
            operations = Set.copyOf(operations);
        }
    }

    /** What the header {@code Khabar-Query-Plan} asks for. */
    enum PlanWish {
        /** The answer. */
        NONE,
        /** The answer with the plan. */
        SHOW,
        /** The plan alone; nothing is to be run. */
        ONLY
    }

    /** Prepares and runs the operation. Answers on the event loop; never when it was cancelled. */
    Future<Answered> answer(GraphqlParameters parameters) {
        OperationTrace begun = service.tracer().begin(asker.forwarded());
        trace = begun;
        return begun == null
                ? run(parameters)
                : Future.<Answered>future(answered -> run(parameters).onComplete(answered))
                        .onSuccess(answer -> begun.ended(answer.outcome()))
                        .onFailure(failure -> begun.ended(RequestException.outcome(failure)));
    }

    private Future<Answered> run(GraphqlParameters parameters) {
        GraphqlRequest request = service.resolve(parameters, asker.caller());
        OperationTrace followed = trace;
        if (followed != null) {
            followed.preparing(request.query());
        }
        return service.prepare(schema, request, asker.caller()).compose(prepared -> {
            service.keep(parameters);
            return answer(prepared, request);
        });
    }

    private Future<Answered> answer(PreparedOperation prepared, GraphqlRequest request) {
        OperationTrace followed = trace;
        if (followed != null) {
            followed.prepared(prepared.plan(), prepared.analysed().operation().getName(), prepared.found());
        }
        if (!asker.operations().contains(prepared.plan().operation())) {
            throw RequestException.wrongMethod("GET is for queries only", "POST");
        }
        Map<String, Object> extensions =
                asker.plan() == PlanWish.NONE || !asker.caller().isAdmin()
                        ? Map.of()
                        : Map.of("queryPlan", prepared.plan().print());
        return asker.plan() == PlanWish.ONLY ? planOnly(extensions) : execute(prepared, request, extensions);
    }

    private Future<Answered> execute(
            PreparedOperation prepared, GraphqlRequest request, Map<String, Object> extensions) {
        OperationTrace followed = trace;
        RunObserver observer = followed == null ? null : followed.observer(prepared.plan());
        FetchCount count = service.countsFetches() ? new FetchCount(observer) : null;
        CompletableFuture<ExecutionResult> running = service.execute(
                schema,
                prepared,
                request,
                followed == null ? asker.forwarded() : followed.headers(),
                count == null ? observer : count);
        underWay = running;
        return Future.fromCompletionStage(running, loop).map(result -> {
            String requestId = asker.forwarded().getOrDefault(ForwardedHeaders.REQUEST_ID, "");
            service.reports().ran(prepared, result, Duration.ofNanos(System.nanoTime() - startedAt), requestId);
            return new Answered.Executed(prepared, result, extensions, count == null ? 0 : count.sent());
        });
    }

    /** Whoever asks for the plan alone counts on nothing being done, and must not be served otherwise. */
    private Future<Answered> planOnly(Map<String, Object> extensions) {
        if (!asker.caller().isAdmin()) {
            throw RequestException.forbidden("Only admins are shown plans");
        }
        return Future.succeededFuture(new Answered.Planned(extensions));
    }

    /** Gives up what was not answered yet. */
    void cancel() {
        CompletableFuture<ExecutionResult> running = underWay;
        if (running != null) {
            running.cancel(true);
        }
    }
}
