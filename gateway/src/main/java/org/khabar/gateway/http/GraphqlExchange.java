package org.khabar.gateway.http;

import graphql.language.OperationDefinition.Operation;
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

    private final RoutingContext context;
    private final GraphqlService service;
    private final GuardConfig limits;
    private final Caller caller;
    private final Responses responses;

    GraphqlExchange(
            RoutingContext context, GraphqlService service, GuardConfig limits, Caller caller, Responses responses) {
        this.context = context;
        this.service = service;
        this.limits = limits;
        this.caller = caller;
        this.responses = responses;
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
        request.exceptionHandler(responses::fail);
        request.endHandler(_ -> responses.guarded(() -> answer(reader.fromBody(body.bytes()))));
        request.resume();
    }

    private void answer(GraphqlRequest request) {
        ServedSchema schema = service.schema();
        service.prepare(schema, request)
                .onFailure(responses::fail)
                .onSuccess(prepared -> responses.guarded(() -> execute(schema, prepared, request)));
    }

    private void execute(ServedSchema schema, PreparedOperation prepared, GraphqlRequest request) {
        boolean isQuery = prepared.plan().operation() == Operation.QUERY;
        if (context.request().method() == HttpMethod.GET && !isQuery) {
            context.response().putHeader("Allow", "POST");
            throw RequestException.malformed(405, "GET is for queries only");
        }
        CompletableFuture<ExecutionResult> result =
                service.execute(schema, prepared, request, ForwardedHeaders.of(context.request(), caller));
        context.response().closeHandler(_ -> result.cancel(true));
        result.whenComplete((done, failure) -> {
            if (failure == null) {
                responses.send(done, extensions(prepared));
            } else if (!result.isCancelled()) {
                responses.fail(failure);
            }
        });
    }

    private Map<String, Object> extensions(PreparedOperation prepared) {
        boolean show = "show".equals(context.request().getHeader(PLAN_HEADER)) && caller.isAdmin();
        return show ? Map.of("queryPlan", prepared.plan().print()) : Map.of();
    }
}
