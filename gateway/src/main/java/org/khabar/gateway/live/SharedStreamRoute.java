package org.khabar.gateway.live;

import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.http.AnswerDeadline;
import org.khabar.gateway.http.ObjectBodies;
import org.khabar.gateway.http.OperationGate;
import org.khabar.gateway.http.Refusal;
import org.khabar.gateway.http.RequestEnd;
import org.khabar.gateway.http.Strangers;
import org.khabar.gateway.http.UnreadBody;
import org.khabar.gateway.memory.MemoryShare;
import org.khabar.gateway.quota.QuotaException;
import org.khabar.gateway.security.Caller;

/**
 * Event streams that several operations share, at {@code /graphql/stream}: {@code PUT} reserves one and answers its
 * token, {@code GET} connects to it, {@code POST} runs an operation in it, {@code DELETE} ends one. A stream is its
 * caller's alone; for everybody else there is none. Without a token it is as at {@code /graphql}.
 */
@Singleton
class SharedStreamRoute {
    private static final String PATH = "/graphql/stream";
    private static final String TOKEN = "X-GraphQL-Event-Stream-Token";

    private final Strangers strangers;
    private final OperationGate gate;
    private final Runner runner;
    private final Connections connections;
    private final StreamRoute distinct;
    private final LiveConfig config;
    private final ObjectBodies bodies;
    private final AnswerDeadline deadline;
    private final Map<String, ReservedStream> streams = new ConcurrentHashMap<>();

    SharedStreamRoute(
            Strangers strangers,
            OperationGate gate,
            Runner runner,
            Connections connections,
            StreamRoute distinct,
            LiveConfig config,
            ObjectBodies bodies,
            AnswerDeadline deadline) {
        this.deadline = deadline;
        this.strangers = strangers;
        this.gate = gate;
        this.runner = runner;
        this.connections = connections;
        this.distinct = distinct;
        this.config = config;
        this.bodies = bodies;
    }

    void register(@Observes Router router) {
        router.route(PATH).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        HttpMethod method = context.request().method();
        boolean isKnown = method == HttpMethod.PUT || method == HttpMethod.DELETE || isStream(method);
        if (!isKnown) {
            refuseMethod(context);
        } else if (isStream(method) && token(context.request()) == null) {
            distinct.handle(context);
        } else {
            identify(context);
        }
    }

    private void refuseMethod(RoutingContext context) {
        try {
            strangers.count(context.request());
        } catch (QuotaException tooMany) {
            Refusals.send(context, Refusal.of(tooMany));
            return;
        }
        context.response().putHeader("Allow", "GET, POST, PUT, DELETE");
        Refusals.send(context, 405, "Use GET, POST, PUT or DELETE", "BAD_USER_INPUT");
    }

    private static boolean isStream(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.POST;
    }

    private void identify(RoutingContext context) {
        long startedAt = System.nanoTime();
        context.request().pause();
        Context loop = context.vertx().getOrCreateContext();
        OnLoop.<Caller>then(
                loop,
                () -> strangers.identify(context),
                caller -> handle(
                        context, new Session(loop, caller, caller.id(), gate.headers(context.request())), startedAt),
                failure -> Refusals.unidentified(context, failure));
    }

    /** Each is a request of its client's quota; one with an operation counts as under way, too. */
    private void handle(RoutingContext context, Session session, long startedAt) {
        if (RequestEnd.isOver(context)) {
            return;
        }
        HttpMethod method = context.request().method();
        ReservedStream stream = find(context, session);
        if (method == HttpMethod.POST && stream != null) {
            post(context, session, stream, startedAt);
            return;
        }
        try {
            gate.count(session.client()).forEach(context.response()::putHeader);
        } catch (QuotaException tooMany) {
            Refusals.send(context, Refusal.of(tooMany));
            return;
        }
        if (method == HttpMethod.PUT) {
            UnreadBody.readOn(context);
            reserve(context, session);
        } else if (stream == null) {
            Refusals.send(context, 404, "There is no such stream", "NOT_FOUND");
        } else if (method == HttpMethod.GET) {
            UnreadBody.readOn(context);
            stream.run(() -> connect(context, session, stream));
        } else {
            UnreadBody.readOn(context);
            delete(context, stream);
        }
    }

    private @Nullable ReservedStream find(RoutingContext context, Session session) {
        String token = token(context.request());
        ReservedStream stream = token == null ? null : streams.get(token);
        return stream == null || !stream.isOf(session.client()) ? null : stream;
    }

    private static @Nullable String token(HttpServerRequest request) {
        String header = request.getHeader(TOKEN);
        return header == null ? request.getParam("token") : header;
    }

    private void reserve(RoutingContext context, Session session) {
        String token = UUID.randomUUID().toString();
        Operations operations = new Operations(gate, runner);
        Released released = new Released(token);
        ReservedStream stream = new ReservedStream(session, context.vertx(), config, deadline, operations, released);
        released.stream = stream;
        Connections.Room room = connections.add(stream, session.client());
        if (room != Connections.Room.TAKEN) {
            Refusals.send(context, room);
            return;
        }
        streams.put(token, stream);
        stream.waitForClient();
        context.response()
                .setStatusCode(201)
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end(token);
    }

    /** A client that has left meanwhile may come back until the reservation ends. */
    private static void connect(RoutingContext context, Session session, ReservedStream stream) {
        if (RequestEnd.isOver(context)) {
            return;
        }
        if (stream.isGone()) {
            refuse(context, session, 404, "There is no such stream", "NOT_FOUND");
        } else if (stream.isOpen()) {
            refuse(context, session, 409, "The stream is open already", "CONFLICT");
        } else {
            stream.open(context);
        }
    }

    private void post(RoutingContext context, Session session, ReservedStream stream, long startedAt) {
        OperationGate.Entry entry;
        try {
            entry = gate.enter(session.caller(), startedAt);
        } catch (QuotaException tooMany) {
            Refusals.send(context, Refusal.of(tooMany));
            return;
        }
        entry.headers().forEach(context.response()::putHeader);
        MemoryShare memory = gate.share(session.client());
        bodies.read(
                context,
                memory,
                body -> stream.run(() -> start(context, session, stream, body, entry, memory)),
                entry.leave(),
                unread -> Refusals.send(context, Refusal.of(unread)));
    }

    private static void start(
            RoutingContext context,
            Session session,
            ReservedStream stream,
            Map<?, ?> body,
            OperationGate.Entry entry,
            MemoryShare memory) {
        String id = body.get("extensions") instanceof Map<?, ?> extensions
                        && extensions.get("operationId") instanceof String text
                        && !text.isEmpty()
                        && text.length() <= 200
                ? text
                : null;
        if (id != null && stream.canStart(id)) {
            stream.start(
                    id,
                    body,
                    stream.asking(session),
                    entry,
                    memory,
                    refusal -> session.run(() -> answer(context, refusal)));
            return;
        }
        entry.leave().run();
        if (id == null) {
            refuse(context, session, 400, "extensions.operationId must name the operation", "BAD_USER_INPUT");
        } else if (!stream.isOpen()) {
            refuse(context, session, 409, "Nobody is connected to the stream", "CONFLICT");
        } else if (stream.has(id)) {
            refuse(context, session, 409, "The operation is under way already", "CONFLICT");
        } else {
            refuse(context, session, 429, "There are too many operations in the stream", "LIMIT_EXCEEDED");
        }
    }

    /** On the event loop of the request, which need not be the stream's. */
    private static void refuse(RoutingContext context, Session session, int status, String message, String code) {
        session.run(() -> Refusals.send(context, status, message, code));
    }

    private static void answer(RoutingContext context, @Nullable Refusal refusal) {
        if (refusal != null && !refusal.isWellFormed()) {
            Refusals.send(context, refusal);
        } else if (!context.response().closed()) {
            context.response().setStatusCode(202).end();
        }
    }

    private static void delete(RoutingContext context, ReservedStream stream) {
        String id = context.request().getParam("operationId");
        if (id == null) {
            Refusals.send(context, 400, "operationId must name the operation", "BAD_USER_INPUT");
            return;
        }
        stream.run(() -> stream.cancel(id));
        context.response().setStatusCode(200).end();
    }

    /** Lets go of a stream that is over. */
    private final class Released implements Runnable {
        private final String token;
        private @Nullable ReservedStream stream;

        Released(String token) {
            this.token = token;
        }

        @Override
        public void run() {
            streams.remove(token);
            ReservedStream over = stream;
            if (over != null) {
                connections.remove(over);
            }
        }
    }
}
