package org.khabar.gateway.http;

import graphql.language.OperationDefinition.Operation;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.AnswerPart;
import org.khabar.gateway.execute.AnswerParts;
import org.khabar.gateway.execute.ExecutionResult;
import org.khabar.gateway.execute.RunObserver;
import org.khabar.gateway.memory.MemoryShare;
import org.khabar.gateway.plan.Deferral;
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
    private Runnable cancelling = () -> {};
    private boolean isCancelled;

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
     * @param takesParts whether the answer may come in parts
     * @param plan what is to be told of the plan
     * @param budget what all operations that are asked for together may cost
     * @param memory the share of the request that they came with
     * @param startedAt when the request began, as {@link System#nanoTime()}
     */
    record Asker(
            Caller caller,
            Map<String, String> forwarded,
            Set<Operation> operations,
            boolean takesParts,
            PlanWish plan,
            CostBudget budget,
            MemoryShare memory,
            long startedAt) {
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
                        .onSuccess(answer -> answered(begun, answer))
                        .onFailure(failure -> begun.ended(RequestException.outcome(failure)));
    }

    /** The parts to come are the operation's, too. */
    private static void answered(OperationTrace begun, Answered answer) {
        if (!(answer instanceof Answered.InParts parts) || !parts.first().hasNext()) {
            begun.ended(answer.outcome());
        }
    }

    private Future<Answered> run(GraphqlParameters parameters) {
        GraphqlRequest request = service.resolve(parameters, asker.caller());
        OperationTrace followed = trace;
        if (followed != null) {
            followed.preparing(request.query());
        }
        return service.prepare(schema, request, asker.caller(), asker.takesParts())
                .compose(prepared -> {
                    service.keep(parameters);
                    return answer(prepared, request);
                });
    }

    private Future<Answered> answer(PreparedOperation prepared, GraphqlRequest request) {
        if (isCancelled) {
            return Future.failedFuture(new CancellationException("Its client left while it was prepared"));
        }
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
        if (asker.plan() == PlanWish.ONLY) {
            return planOnly(extensions);
        }
        RunObserver observer = followed == null ? null : followed.observer(prepared.plan());
        FetchCount count = service.countsFetches() ? new FetchCount(observer) : null;
        Watched watched = new Watched(
                followed == null ? asker.forwarded() : followed.headers(), count == null ? observer : count, count);
        Deferral deferral = prepared.plan().deferral();
        return deferral == null
                ? whole(prepared, request, extensions, watched)
                : inParts(prepared, deferral, request, extensions, watched);
    }

    /**
     * How a run is followed.
     *
     * @param headers what subgraphs are sent along
     * @param observer who is told of the requests to them
     * @param count counts those; null when nobody wants to know
     */
    private record Watched(
            Map<String, String> headers,
            @Nullable RunObserver observer,
            @Nullable FetchCount count) {
        int sent() {
            return count == null ? 0 : count.sent();
        }
    }

    private Future<Answered> whole(
            PreparedOperation prepared, GraphqlRequest request, Map<String, Object> extensions, Watched watched) {
        CompletableFuture<ExecutionResult> running = service.execute(
                schema,
                prepared,
                request,
                watched.headers(),
                timeLeft(),
                watched.observer(),
                asker.budget(),
                asker.memory());
        cancelling = () -> running.cancel(true);
        return Future.fromCompletionStage(running, loop).map(result -> {
            Answered answered = new Answered.Executed(prepared, result, extensions, watched.sent());
            ran(prepared, answered.outcome());
            return answered;
        });
    }

    private Duration timeLeft() {
        return service.timeLeft(asker.startedAt());
    }

    private Future<Answered> inParts(
            PreparedOperation prepared,
            Deferral deferral,
            GraphqlRequest request,
            Map<String, Object> extensions,
            Watched watched) {
        AnswerParts parts = service.executeInParts(
                schema, prepared, deferral, request, watched.headers(), timeLeft(), watched.observer(), asker.memory());
        cancelling = parts::cancel;
        return Future.fromCompletionStage(parts.next(), loop)
                .map(first -> new Answered.InParts(
                        prepared, first, parts, extensions, watched::sent, outcome -> ended(prepared, first, outcome)));
    }

    /** An answer in parts is over; one of a single part is as good as one that is none. */
    private void ended(PreparedOperation prepared, AnswerPart first, String outcome) {
        OperationTrace followed = trace;
        if (first.hasNext() && followed != null) {
            followed.ended(outcome);
        }
        if (outcome.equals("OK") || outcome.equals("PARTIAL")) {
            ran(prepared, outcome);
        }
    }

    private void ran(PreparedOperation prepared, String outcome) {
        String requestId = asker.forwarded().getOrDefault(ForwardedHeaders.REQUEST_ID, "");
        service.reports()
                .ran(prepared.analysed().operation().getName(), prepared.plan(), outcome, startedAt, requestId);
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
        isCancelled = true;
        cancelling.run();
    }
}
