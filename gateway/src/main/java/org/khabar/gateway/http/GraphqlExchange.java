package org.khabar.gateway.http;

import graphql.language.OperationDefinition.Operation;
import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.khabar.gateway.execute.ExecutionResult;
import org.khabar.gateway.guard.GuardConfig;
import org.khabar.gateway.schema.ServedSchema;
import org.khabar.gateway.security.Caller;

/** One request of a known caller, from its body to its answer. */
final class GraphqlExchange {
    private static final String PLAN_HEADER = "Khabar-Query-Plan";
    private static final String SHOW = "show";
    private static final String ONLY = "only";

    private final RoutingContext context;
    private final GraphqlService service;
    private final GuardConfig limits;
    private final Caller caller;
    private final Responses responses;
    private final Context loop;

    GraphqlExchange(
            RoutingContext context, GraphqlService service, GuardConfig limits, Caller caller, Responses responses) {
        this.context = context;
        this.service = service;
        this.limits = limits;
        this.caller = caller;
        this.responses = responses;
        this.loop = context.vertx().getOrCreateContext();
    }

    void run() {
        responses.guarded(() -> {
            responses.negotiate();
            RequestReader reader = new RequestReader(limits.maxJsonDepth());
            if (context.request().method() == HttpMethod.GET) {
                answer(reader.fromQueryString(context.queryParams()));
                return;
            }
            String type = context.request().getHeader("Content-Type");
            if (!MediaTypes.isJson(type)) {
                throw RequestException.malformed(415, "Content-Type must be application/json in UTF-8, not " + type);
            }
            readBody(reader);
        });
    }

    private void readBody(RequestReader reader) {
        HttpServerRequest request = context.request();
        BoundedBody body = new BoundedBody(limits.maxBodyBytes());
        request.handler(chunk -> responses.guarded(() -> body.append(chunk)));
        request.exceptionHandler(responses::broken);
        request.endHandler(_ -> responses.guarded(() -> answer(reader.fromBody(body.bytes()))));
        request.resume();
    }

    private void answer(GraphqlRequest request) {
        ServedSchema schema = service.schema();
        service.prepare(schema, request, Rights.of(caller))
                .onFailure(responses::fail)
                .onSuccess(prepared -> responses.guarded(() -> execute(schema, prepared, request)));
    }

    private void execute(ServedSchema schema, PreparedOperation prepared, GraphqlRequest request) {
        boolean isQuery = prepared.plan().operation() == Operation.QUERY;
        if (context.request().method() == HttpMethod.GET && !isQuery) {
            context.response().putHeader("Allow", "POST");
            throw RequestException.malformed(405, "GET is for queries only");
        }
        if (wants(ONLY)) {
            sendPlan(prepared);
            return;
        }
        CompletableFuture<ExecutionResult> result =
                service.execute(schema, prepared, request, ForwardedHeaders.of(context.request(), caller));
        context.response().closeHandler(_ -> result.cancel(true));
        result.whenComplete((done, failure) -> {
            if (failure == null) {
                onEventLoop(() -> responses.send(done, extensions(prepared)));
            } else if (!result.isCancelled()) {
                onEventLoop(() -> responses.fail(failure));
            }
        });
    }

    /** The last part of an answer may have been worked out beside the event loop. */
    private void onEventLoop(Runnable step) {
        if (Context.isOnEventLoopThread()) {
            step.run();
        } else {
            loop.runOnContext(_ -> step.run());
        }
    }

    private boolean wants(String plan) {
        return plan.equals(context.request().getHeader(PLAN_HEADER));
    }

    /** Whoever asks for the plan alone counts on nothing being done, and must not be served otherwise. */
    private void sendPlan(PreparedOperation prepared) {
        if (!caller.isAdmin()) {
            throw RequestException.forbidden("Only admins are shown plans");
        }
        responses.send(Map.of("extensions", planOf(prepared)));
    }

    private static Map<String, Object> planOf(PreparedOperation prepared) {
        return Map.of("queryPlan", prepared.plan().print());
    }

    private Map<String, Object> extensions(PreparedOperation prepared) {
        return wants(SHOW) && caller.isAdmin() ? planOf(prepared) : Map.of();
    }
}
