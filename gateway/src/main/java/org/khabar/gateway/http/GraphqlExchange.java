package org.khabar.gateway.http;

import graphql.language.OperationDefinition.Operation;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.http.OperationRun.Asker;
import org.khabar.gateway.http.OperationRun.PlanWish;
import org.khabar.gateway.memory.MemoryShare;
import org.khabar.gateway.plan.CachePolicy;
import org.khabar.gateway.schema.ServedSchema;
import org.khabar.gateway.security.Caller;

/** One request of a known caller, from its body to its answer. */
final class GraphqlExchange {
    /** A subscription is refused when it is run, and says what it needs instead. */
    private static final Set<Operation> ANY = Set.of(Operation.values());

    private static final Set<Operation> QUERIES = Set.of(Operation.QUERY);

    private final RoutingContext context;
    private final GraphqlService service;
    private final RequestReader reader;
    private final Caller caller;
    private final Responses responses;
    private final MemoryShare memory;
    private final Context loop;

    /**
     * A request.
     *
     * @param memory its share, for the body and all that comes of it
     */
    GraphqlExchange(
            RoutingContext context,
            GraphqlService service,
            RequestReader reader,
            Caller caller,
            Responses responses,
            MemoryShare memory) {
        this.memory = memory;
        this.context = context;
        this.service = service;
        this.reader = reader;
        this.caller = caller;
        this.responses = responses;
        this.loop = context.vertx().getOrCreateContext();
    }

    /**
     * Reads the request and answers it.
     *
     * @param maxBodyBytes how large its body may be
     * @param bodyTimeout how long that may take to come in
     */
    void run(int maxBodyBytes, Duration bodyTimeout) {
        responses.guarded(() -> {
            responses.negotiate();
            if (context.request().method() == HttpMethod.GET) {
                answer(reader.fromQueryString(context.queryParams()), QUERIES);
                return;
            }
            RequestBody body = new RequestBody(context, maxBodyBytes, memory.part());
            context.request().exceptionHandler(responses::broken);
            body.read(bodyTimeout, () -> responses.guarded(() -> answer(reader.fromBody(body))), responses::fail);
        });
    }

    private void answer(Posted posted) {
        switch (posted) {
            case Posted.Single(GraphqlParameters request) -> answer(request, ANY);
            case Posted.Batch(List<GraphqlParameters> requests) -> answer(requests);
        }
    }

    private void answer(GraphqlParameters request, Set<Operation> operations) {
        OperationRun run = new OperationRun(service, service.schema(), asker(operations, takesParts()), loop);
        RequestEnd.then(context, run::cancel);
        run.answer(request)
                .onSuccess(answer -> responses.guarded(() -> send(answer)))
                .onFailure(responses::fail);
    }

    private void send(Answered answer) {
        if (answer instanceof Answered.InParts parts && parts.first().hasNext()) {
            new PartsResponse(context.response(), responses, parts, loop, service.requestTimeout()).send();
            UnreadBody.readOn(context);
        } else {
            responses.send(answer, keeping(answer));
        }
        if (answer instanceof Answered.InParts parts && !parts.first().hasNext()) {
            parts.ended().accept(answer.outcome());
        }
    }

    /** Answers to those who are logged in are theirs alone. */
    private @Nullable String keeping(Answered answer) {
        if (!(answer instanceof Answered.Executed executed) || !answer.outcome().equals("OK")) {
            return null;
        }
        CachePolicy policy = executed.operation().analysed().analysis().cache();
        String scope = policy.isPrivate() || caller.isLoggedIn() ? "private" : "public";
        return policy.maxAge() == 0 ? null : "max-age=" + policy.maxAge() + ", " + scope;
    }

    /** Requests of a batch are run side by side; one that cannot be run does not keep the others from it. */
    private void answer(List<GraphqlParameters> requests) {
        Runnable leave = service.enterMore(caller, requests.size() - 1);
        RequestEnd.then(context, leave);
        ServedSchema schema = service.schema();
        Asker asker = asker(ANY, false);
        List<OperationRun> runs = requests.stream()
                .map(_ -> new OperationRun(service, schema, asker, loop))
                .toList();
        RequestEnd.then(context, () -> runs.forEach(OperationRun::cancel));
        List<Future<Answered>> answers = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            answers.add(answer(runs.get(i), requests.get(i)));
        }
        Future.all(answers).onSuccess(all -> responses.guarded(() -> responses.sendBatch(all.list())));
    }

    private Future<Answered> answer(OperationRun run, GraphqlParameters request) {
        return Future.<Answered>future(promise -> run.answer(request).onComplete(promise))
                .recover(failure -> Future.succeededFuture(responses.explain(failure)));
    }

    private boolean takesParts() {
        return MediaTypes.takesParts(context.request().getHeader("Accept"));
    }

    private Asker asker(Set<Operation> operations, boolean takesParts) {
        return new Asker(
                caller,
                ForwardedHeaders.of(context.request(), caller),
                operations,
                takesParts,
                planWish(),
                service.costBudget(),
                memory,
                responses.startedAt());
    }

    private PlanWish planWish() {
        return switch (context.request().getHeader("Khabar-Query-Plan")) {
            case "show" -> PlanWish.SHOW;
            case "only" -> PlanWish.ONLY;
            case null -> PlanWish.NONE;
            default -> PlanWish.NONE;
        };
    }
}
