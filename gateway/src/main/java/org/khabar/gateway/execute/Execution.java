package org.khabar.gateway.execute;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.PlanWalk.Done;
import org.khabar.gateway.json.JsonSyntaxException;
import org.khabar.gateway.memory.MemoryShare;
import org.khabar.gateway.plan.PlanNode;
import org.khabar.gateway.plan.PlanNode.FetchNode;
import org.khabar.gateway.plan.PlanNode.PathStep;
import org.khabar.gateway.plan.QueryPlan;
import org.khabar.gateway.plan.SubscriptionSource;

/**
 * One run of a plan. Answers may arrive on any thread; the tree is only touched under this object's lock, which is
 * never held while anything is waited for.
 */
final class Execution {
    private final QueryPlan plan;
    private final ExecutionInput input;
    private final SubgraphClient client;
    private final ExecutionLimits limits;
    private final long startedAt = System.nanoTime();
    private final DataObject root;
    private final Answers answers = new Answers();
    private final FetchPreparer preparer;
    private final TreeRoom room;
    /** What the answer is written into; it is held until that has left. */
    private final MemoryShare output;
    /** What the answer is made of; given back as a whole, so that whoever gives back a part later gives back nothing. */
    private final MemoryShare work;

    private final AnswerMerger merger;
    private final Repeats repeats;
    private final List<FetchProblem> problems = new ArrayList<>();
    private final List<ExecutionError> ownErrors = new ArrayList<>();
    private final Set<CompletableFuture<byte[]>> underWay = new HashSet<>();
    /** The whole answer, where it was passed through. */
    private @Nullable ExecutionResult passed;

    private final ByteBudget budget;
    /** Null when nobody wants to know of single fetches. */
    private final @Nullable WatchedNodes watched;

    private boolean cancelled;

    Execution(QueryPlan plan, ExecutionInput input, SubgraphClient client, ExecutionLimits limits) {
        this.plan = plan;
        this.input = input;
        this.client = client;
        this.limits = limits;
        this.root = new DataObject(plan.rootLayout());
        this.output = input.memory().part();
        this.work = input.memory().part();
        this.budget = new ByteBudget(input.maxBytes(), work);
        RequestWriter requests = new RequestWriter(input.variables());
        this.preparer = new FetchPreparer(root, answers, requests, limits, work, problems::add);
        this.repeats = new Repeats(requests, limits.maxRepeatedRequests(), problems::add);
        this.room = new TreeRoom(limits.maxAnswerSlots(), work);
        this.merger = new AnswerMerger(answers, limits, room, work, problems);
        RunObserver observer = input.observer();
        NodeObserver nodes = observer == null ? null : observer.nodes();
        this.watched = nodes == null ? null : new WatchedNodes(this, nodes);
    }

    CompletableFuture<ExecutionResult> run() {
        return whenDone(start());
    }

    /** Runs the plan while the gateway itself finds out what the schema says of itself. */
    CompletableFuture<ExecutionResult> run(CompletableFuture<SchemaAnswer> schema) {
        CompletableFuture<Done> kept = schema.thenApply(this::keep);
        return whenDone(start().thenCombine(kept, (done, _) -> done));
    }

    SubgraphRequest eventRequest(SubscriptionSource source) {
        PreparedFetch prepared = prepare(source.fetch(), List.of()).getFirst();
        return new SubgraphRequest(prepared.subgraph(), prepared.body(), input.headers(), input.timeout(), budget);
    }

    /** Runs what is left of a subscription's plan when one of its events is there. */
    CompletableFuture<ExecutionResult> run(SubscriptionSource source, byte[] event) {
        PreparedFetch prepared = prepare(source.fetch(), List.of()).getFirst();
        settle(prepared, CompletableFuture.completedFuture(event), event, null, null);
        PlanNode rest = source.rest();
        return whenDone(rest == null ? PlanWalk.finished() : new PlanWalk(this, input).run(rest));
    }

    private CompletableFuture<Done> start() {
        PlanNode first = plan.root();
        return first == null ? PlanWalk.finished() : new PlanWalk(this, input).run(first);
    }

    private CompletableFuture<ExecutionResult> whenDone(CompletableFuture<Done> done) {
        CompletableFuture<ExecutionResult> result = done.thenApply(_ -> write());
        result.whenComplete((_, _) -> {
            if (result.isCancelled()) {
                cancel();
            }
        });
        return result;
    }

    /** Keeps what the schema says of itself. */
    synchronized Done keep(SchemaAnswer schema) {
        ownErrors.addAll(schema.errors());
        Objects.requireNonNull(plan.introspection()).leaves().forEach((key, leaf) -> {
            byte[] json = schema.fields().get(key);
            if (json != null) {
                root.leaves[leaf] = Slices.of(answers.add(json), 0, json.length);
            }
        });
        return Done.DONE;
    }

    /** Gives up what is under way, and what somebody is about to send. */
    void cancel() {
        List<CompletableFuture<byte[]>> given;
        synchronized (this) {
            cancelled = true;
            given = List.copyOf(underWay);
        }
        given.forEach(request -> request.cancel(true));
    }

    /** Runs a fetch of the plan. */
    CompletableFuture<Done> fetch(FetchNode fetch, List<List<PathStep>> paths) {
        return watched == null
                ? ask(prepare(fetch, paths))
                : watched.run(List.of(fetch), () -> ask(prepare(fetch, paths)));
    }

    /** Runs fetches of one subgraph, sent together as far as its bounds take them. */
    CompletableFuture<Done> fetch(List<FetchPreparer.Asked> together) {
        return watched == null
                ? ask(prepare(together))
                : watched.run(together.stream().map(FetchPreparer.Asked::fetch).toList(), () -> ask(prepare(together)));
    }

    /** Sends requests and keeps what comes back. */
    private CompletableFuture<Done> ask(List<PreparedFetch> prepared) {
        return switch (prepared.size()) {
            case 0 -> PlanWalk.finished();
            case 1 -> ask(prepared.getFirst());
            default -> PlanWalk.all(prepared.stream().map(this::ask).toList());
        };
    }

    private CompletableFuture<Done> ask(PreparedFetch prepared) {
        RunObserver watching = input.observer();
        FetchObserver observer = watching == null ? null : watching.sending(new SentFetch(prepared));
        CompletableFuture<byte[]> request = send(prepared, observer);
        return request.handle((answer, failure) -> settle(prepared, request, answer, failure, observer))
                .thenCompose(this::ask);
    }

    private CompletableFuture<byte[]> send(PreparedFetch prepared, @Nullable FetchObserver observer) {
        if (isCancelled()) {
            return CompletableFuture.failedFuture(new CancellationException("It was given up before it was sent"));
        }
        Duration left = input.timeout().minusNanos(System.nanoTime() - startedAt);
        if (left.isNegative() || left.isZero()) {
            return CompletableFuture.failedFuture(
                    SubgraphFailure.timeout(prepared.subgraph(), new IllegalStateException("No time left")));
        }
        CompletableFuture<byte[]> request = send(new SubgraphRequest(
                prepared.subgraph(),
                prepared.body(),
                observer == null ? input.headers() : observer.headers(input.headers()),
                left,
                budget,
                prepared.isRepeatable(),
                observer));
        if (!tryKeep(request)) {
            request.cancel(true);
        }
        return request;
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Notes a request that is to be given up with the others; false when that has happened while it was sent. */
    private synchronized boolean tryKeep(CompletableFuture<byte[]> request) {
        if (!cancelled) {
            underWay.add(request);
        }
        return !cancelled;
    }

    /** A service that cannot even be asked fails like one that does not answer: its siblings go on. */
    @SuppressWarnings("IllegalCatch")
    private CompletableFuture<byte[]> send(SubgraphRequest request) {
        try {
            return client.send(request);
        } catch (RuntimeException broken) {
            return CompletableFuture.failedFuture(
                    SubgraphFailure.unavailable(request.subgraph(), "it cannot be asked", broken));
        }
    }

    private synchronized List<PreparedFetch> prepare(FetchNode fetch, List<List<PathStep>> paths) {
        return cancelled ? List.of() : preparer.prepare(fetch, paths);
    }

    private synchronized List<PreparedFetch> prepare(List<FetchPreparer.Asked> together) {
        return cancelled ? List.of() : preparer.prepare(together);
    }

    /** Keeps what came back; the requests are to be sent in its place. */
    private synchronized List<PreparedFetch> settle(
            PreparedFetch prepared,
            CompletableFuture<byte[]> request,
            byte @Nullable [] answer,
            @Nullable Throwable failure,
            @Nullable FetchObserver observer) {
        underWay.remove(request);
        int problemsBefore = problems.size();
        List<PreparedFetch> again = take(prepared, answer, failure);
        if (observer != null) {
            List<FetchProblem> fresh = problems.subList(problemsBefore, problems.size());
            observer.ended(FetchOutcome.of(failure, fresh, again), answer == null ? 0 : answer.length);
        }
        return again;
    }

    private List<PreparedFetch> take(PreparedFetch prepared, byte @Nullable [] answer, @Nullable Throwable failure) {
        if (answer == null) {
            SubgraphFailure why = SubgraphFailure.of(prepared.subgraph(), failure);
            prepared.parts().forEach(part -> problems.add(new FetchProblem.Failed(part.fetch(), part.targets(), why)));
            return List.of();
        }
        try {
            TakenAlong along = merge(prepared, answer);
            return cancelled ? List.of() : repeats.of(prepared, along);
        } catch (JsonSyntaxException | IllegalArgumentException broken) {
            prepared.parts().forEach(part -> problems.add(FetchProblem.unusable(part, broken)));
            return List.of();
        }
    }

    private TakenAlong merge(PreparedFetch prepared, byte[] answer) {
        passed = plan.passesThrough() && ownErrors.isEmpty()
                ? new PassThrough(answer, limits.maxAnswerDepth(), input, work).tryPass(plan.output())
                : null;
        return passed == null ? merger.merge(prepared, answer) : TakenAlong.NONE;
    }

    /** The root of the answer; to be touched under this object's lock, as all of these. */
    DataObject root() {
        return root;
    }

    /** Where room for what is written is taken. */
    MemoryShare output() {
        return output;
    }

    Answers answers() {
        return answers;
    }

    List<FetchProblem> problems() {
        return problems;
    }

    synchronized int problemCount() {
        return problems.size();
    }

    /**
     * How a fetch of the plan ended.
     *
     * @param problemsBefore how many problems there were when it began
     */
    synchronized String outcome(FetchNode fetch, int problemsBefore) {
        return cancelled
                ? FetchOutcome.CANCELLED
                : FetchOutcome.of(fetch, problems.subList(problemsBefore, problems.size()));
    }

    List<ExecutionError> ownErrors() {
        return ownErrors;
    }

    private synchronized ExecutionResult write() {
        if (passed != null) {
            return passed;
        }
        ErrorCollector errors = new ErrorCollector(limits.maxErrors(), input.maxBytes());
        TreeLocator locator = new TreeLocator(root, plan.output(), input::isTrue, limits.maxErrors(), problems);
        ErrorTranslator translator =
                new ErrorTranslator(locator, new PathTranslator(input::isTrue), errors, limits.maxAnswerDepth());
        ownErrors.forEach(errors::add);
        problems.forEach(translator::translate);
        try {
            ResponseWriter writer = new ResponseWriter(input, answers, errors, limits, output);
            ExecutionResult result = writer.write(root, plan.output());
            output.trySettle(writer.room());
            return result;
        } catch (AnswerTooLargeException tooLarge) {
            output.trySettle(0);
            return ExecutionResult.failed(ExecutionError.of(tooLarge.explain(), tooLarge.code(), null));
        } finally {
            // The tree and what it was made of are not needed any more.
            work.close();
        }
    }
}
