package org.khabar.gateway.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.khabar.gateway.guard.GuardConfig;
import org.khabar.gateway.memory.MemoryBudget;
import org.khabar.gateway.memory.MemoryShare;
import org.khabar.gateway.quota.QuotaException;
import org.khabar.gateway.quota.Quotas;
import org.khabar.gateway.security.Caller;

/** Takes requests at {@code /graphql}. Who asks is settled before a body is read. */
@Singleton
class GraphqlRoute {
    private final Strangers strangers;
    private final GraphqlService service;
    private final GuardConfig limits;
    private final Quotas quotas;
    private final HttpConfig config;
    private final RequestReader reader;
    private final RequestObserver observer;
    private final AccessLog accessLog;
    private final MemoryBudget memory;
    private final AnswerDeadline deadline;

    GraphqlRoute(
            Strangers strangers,
            GraphqlService service,
            GuardConfig limits,
            Quotas quotas,
            HttpConfig config,
            RequestObserver observer,
            AccessLog accessLog,
            MemoryBudget memory,
            AnswerDeadline deadline) {
        this.deadline = deadline;
        this.memory = memory;
        this.observer = observer;
        this.accessLog = accessLog;
        this.quotas = quotas;
        this.config = config;
        this.reader = new RequestReader(limits.maxJsonDepth(), config.maxBatchSize());
        this.strangers = strangers;
        this.service = service;
        this.limits = limits;
    }

    void register(@Observes Router router) {
        router.route("/graphql").handler(this::handle);
    }

    private void handle(RoutingContext context) {
        HttpMethod method = context.request().method();
        Responses responses = new Responses(context, observer, accessLog.open(context));
        responses.guarded(() -> {
            if (method != HttpMethod.POST && method != HttpMethod.GET) {
                strangers.countRefused(context.request());
                throw RequestException.wrongMethod("Use GET or POST", "GET, POST");
            }
            context.request().pause();
            Context loop = context.vertx().getOrCreateContext();
            strangers
                    .identify(context)
                    .subscribe()
                    .with(
                            caller -> run(loop, () -> answer(context, caller, responses)),
                            failure -> run(loop, () -> responses.failUnidentified(failure)));
        });
    }

    /** Who waited for others' answer of the identity provider may hear of it on their event loop. */
    private static void run(Context loop, Runnable step) {
        if (Vertx.currentContext() == loop) {
            step.run();
        } else {
            loop.runOnContext(_ -> step.run());
        }
    }

    private void answer(RoutingContext context, Caller caller, Responses responses) {
        if (RequestEnd.isOver(context)) {
            return;
        }
        responses.guarded(() -> {
            MemoryShare share = enter(context, caller, responses);
            new GraphqlExchange(context, service, reader, caller, responses, share)
                    .run(limits.maxBodyBytes(), config.bodyTimeout());
        });
    }

    /** Lets it in; what it is given is given back when its answer has left. */
    private MemoryShare enter(RoutingContext context, Caller caller, Responses responses) {
        try {
            Quotas.Admission admission = quotas.enter(caller.id());
            MemoryShare share = memory.share(caller.id());
            responses.whenTaken(deadline, () -> {
                admission.end().run();
                share.close();
            });
            admission.headers().forEach(context.response()::putHeader);
            return share;
        } catch (QuotaException e) {
            throw RequestException.turnedAway(e);
        }
    }
}
