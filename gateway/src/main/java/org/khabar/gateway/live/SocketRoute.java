package org.khabar.gateway.live;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.guard.GuardConfig;
import org.khabar.gateway.http.AnswerDeadline;
import org.khabar.gateway.http.OperationGate;
import org.khabar.gateway.http.Refusal;
import org.khabar.gateway.http.RequestEnd;
import org.khabar.gateway.http.Strangers;
import org.khabar.gateway.quota.QuotaException;
import org.khabar.gateway.security.Caller;
import org.khabar.gateway.security.ClientAddress;

/** Takes WebSockets at {@code /graphql}. */
@Singleton
class SocketRoute {
    /** Before the route that takes everything else there. */
    static final int ORDER = -10;

    private final Strangers strangers;
    private final OperationGate gate;
    private final Runner runner;
    private final Connections connections;
    private final LiveConfig config;
    private final GuardConfig limits;
    private final AnswerDeadline deadline;

    SocketRoute(
            Strangers strangers,
            OperationGate gate,
            Runner runner,
            Connections connections,
            LiveConfig config,
            GuardConfig limits,
            AnswerDeadline deadline) {
        this.strangers = strangers;
        this.gate = gate;
        this.runner = runner;
        this.connections = connections;
        this.config = config;
        this.limits = limits;
        this.deadline = deadline;
    }

    void register(@Observes Router router) {
        router.get("/graphql").order(ORDER).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        if (!"websocket".equalsIgnoreCase(context.request().getHeader("Upgrade"))) {
            context.next();
            return;
        }
        if (hasBody(context.request())) {
            Refusals.send(context, 400, "A request for a WebSocket has no body", "BAD_USER_INPUT");
            return;
        }
        context.request().pause();
        Context loop = context.vertx().getOrCreateContext();
        if (context.request().headers().contains("Authorization")) {
            OnLoop.<Caller>then(
                    loop,
                    () -> strangers.identify(context),
                    caller -> open(context, loop, caller),
                    failure -> Refusals.unidentified(context, failure));
        } else {
            open(context, loop, null);
        }
    }

    /** Vert.x would wait for its end, for ever, and says nothing of it when it is too large. */
    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return (length != null && !length.equals("0")) || request.headers().contains("Transfer-Encoding");
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
                strangers,
                gate,
                new Operations(gate, runner),
                connections,
                config,
                limits);
        try {
            gate.count(client);
        } catch (QuotaException tooMany) {
            Refusals.send(context, Refusal.of(tooMany));
            return;
        }
        Connections.Room room =
                caller == null ? connections.addUnnamed(session, client) : connections.add(session, client);
        if (room != Connections.Room.TAKEN) {
            Refusals.send(context, room);
            return;
        }
        session.waitForInit();
        RequestEnd.then(context, () -> {
            session.stopWaiting();
            connections.remove(session);
        });
        request.toWebSocket()
                .onSuccess(socket -> session.use(socket, flow(context, socket), () -> connections.remove(session)))
                .onFailure(_ -> {
                    connections.remove(session);
                    notUpgraded(context);
                });
    }

    private SocketFlow flow(RoutingContext context, ServerWebSocket socket) {
        return new SocketFlow(
                socket,
                context.request().connection(),
                context.vertx(),
                waiting -> deadline.millis(config.unreadTimeout(), waiting));
    }

    /** Most of these Vert.x has answered, but not that HTTP/2 has no such upgrade. */
    private static void notUpgraded(RoutingContext context) {
        if (!context.response().headWritten()) {
            Refusals.send(context, 400, "This is no handshake of a WebSocket", "BAD_USER_INPUT");
        }
    }
}
