package org.khabar.gateway.live;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.guard.GuardConfig;
import org.khabar.gateway.http.OperationGate;
import org.khabar.gateway.quota.QuotaException;
import org.khabar.gateway.security.Caller;
import org.khabar.gateway.security.Callers;
import org.khabar.gateway.security.ClientAddress;

/** Takes WebSockets at {@code /graphql}. */
@Singleton
class SocketRoute {
    /** Before the route that takes everything else there. */
    static final int ORDER = -10;

    private final Callers callers;
    private final OperationGate gate;
    private final Runner runner;
    private final Connections connections;
    private final LiveConfig config;
    private final GuardConfig limits;

    SocketRoute(
            Callers callers,
            OperationGate gate,
            Runner runner,
            Connections connections,
            LiveConfig config,
            GuardConfig limits) {
        this.callers = callers;
        this.gate = gate;
        this.runner = runner;
        this.connections = connections;
        this.config = config;
        this.limits = limits;
    }

    void register(@Observes Router router) {
        router.get("/graphql").order(ORDER).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        if (!"websocket".equalsIgnoreCase(context.request().getHeader("Upgrade"))) {
            context.next();
            return;
        }
        context.request().pause();
        Context loop = context.vertx().getOrCreateContext();
        if (context.request().headers().contains("Authorization")) {
            OnLoop.<Caller>then(
                    loop,
                    () -> callers.identify(context),
                    caller -> open(context, loop, caller),
                    failure -> Refusals.unidentified(context, failure));
        } else {
            open(context, loop, null);
        }
    }

    /** A browser cannot send the header, so who asks may be said later. */
    private void open(RoutingContext context, Context loop, @Nullable Caller caller) {
        HttpServerRequest request = context.request();
        if (context.response().closed()) {
            return;
        }
        String client = caller == null ? ClientAddress.of(request) : caller.id();
        SocketSession session = new SocketSession(
                context,
                loop,
                caller,
                client,
                callers,
                gate,
                new Operations(gate, runner),
                connections,
                config,
                limits);
        try {
            gate.count(client);
        } catch (QuotaException tooMany) {
            Refusals.send(context, gate.refusal(tooMany));
            return;
        }
        Connections.Room room =
                caller == null ? connections.addUnnamed(session, client) : connections.add(session, client);
        if (room != Connections.Room.TAKEN) {
            Refusals.send(context, room);
            return;
        }
        request.toWebSocket()
                .onSuccess(socket -> session.use(socket, () -> connections.remove(session)))
                .onFailure(_ -> connections.remove(session));
    }
}
