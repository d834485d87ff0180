package org.khabar.gateway.live;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.http.AdmittedOperation;
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
 * Takes requests at {@code /graphql} that want events and nothing else.
 *
 * @see <a href="https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md">graphql-sse</a>
 */
@Singleton
class StreamRoute {
    static final String EVENT_STREAM = "text/event-stream";

    private final Strangers strangers;
    private final OperationGate gate;
    private final Runner runner;
    private final Connections connections;
    private final LiveConfig config;
    private final ObjectBodies bodies;
    private final AnswerDeadline deadline;

    StreamRoute(
            Strangers strangers,
            OperationGate gate,
            Runner runner,
            Connections connections,
            LiveConfig config,
            ObjectBodies bodies,
            AnswerDeadline deadline) {
        this.deadline = deadline;
        this.strangers = strangers;
        this.gate = gate;
        this.runner = runner;
        this.connections = connections;
        this.config = config;
        this.bodies = bodies;
    }

    void register(@Observes Router router) {
        router.route("/graphql").order(SocketRoute.ORDER + 1).handler(context -> {
            HttpMethod method = context.request().method();
            boolean isOurs = method == HttpMethod.GET || method == HttpMethod.POST;
            if (isOurs && wantsEvents(context.request().getHeader("Accept"))) {
                handle(context);
            } else {
                context.next();
            }
        });
    }

    /** A client that would take JSON as well gets that. */
    private static boolean wantsEvents(@Nullable String accept) {
        String types = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        return types.contains(EVENT_STREAM) && !types.contains("json") && !types.contains("*/*");
    }

    /** Answers with the events of one operation. */
    void handle(RoutingContext context) {
        long startedAt = System.nanoTime();
        context.request().pause();
        Context loop = context.vertx().getOrCreateContext();
        OnLoop.<Caller>then(
                loop,
                () -> strangers.identify(context),
                caller -> read(context, session(context, loop, caller), startedAt),
                failure -> Refusals.unidentified(context, failure));
    }

    private Session session(RoutingContext context, Context loop, Caller caller) {
        return new Session(loop, caller, caller.id(), gate.headers(context.request()));
    }

    private void read(RoutingContext context, Session session, long startedAt) {
        if (RequestEnd.isOver(context)) {
            return;
        }
        OperationGate.Entry entry;
        try {
            entry = gate.enter(session.caller(), startedAt);
        } catch (QuotaException tooMany) {
            refuse(context, session, Refusal.of(tooMany));
            return;
        }
        entry.headers().forEach(context.response()::putHeader);
        if (context.request().method() == HttpMethod.GET) {
            gate.admit(context.queryParams(), session.caller(), session.headers(), entry)
                    .onComplete(admitted -> session.run(() -> open(context, session, admitted)));
            return;
        }
        MemoryShare memory = gate.share(session.client());
        bodies.read(
                context,
                memory,
                body -> gate.admit(body, session.caller(), session.headers(), entry)
                        .onComplete(admitted -> session.run(() -> {
                            open(context, session, admitted);
                            memory.close();
                        })),
                entry.leave(),
                unread -> Refusals.send(context, Refusal.of(unread)));
    }

    private void open(RoutingContext context, Session session, AsyncResult<AdmittedOperation> admitted) {
        if (RequestEnd.isOver(context)) {
            end(admitted, "CANCELLED");
            return;
        }
        if (admitted.failed()) {
            refuse(context, session, Refusal.of(admitted.cause()));
        } else if (context.request().method() == HttpMethod.GET
                && admitted.result().isMutation()) {
            end(admitted, "BAD_USER_INPUT");
            context.response().putHeader("Allow", "POST");
            Refusals.send(context, 405, "GET is not for mutations", "BAD_USER_INPUT");
        } else {
            run(context, session, admitted.result());
        }
    }

    private static void end(AsyncResult<AdmittedOperation> admitted, String outcome) {
        if (admitted.succeeded()) {
            admitted.result().ended(outcome);
        }
    }

    private void run(RoutingContext context, Session session, AdmittedOperation operation) {
        Place place = new Place(connections, session);
        Connections.Room room = connections.add(place, session.client());
        if (room != Connections.Room.TAKEN) {
            operation.ended("LIMIT_EXCEEDED");
            Refusals.send(context, room);
            return;
        }
        RequestEnd.then(context, place::free);
        DistinctStream stream = new DistinctStream(session, context, config, deadline);
        place.taken = stream;
        UnreadBody.readOn(context);
        stream.run(runner.run(operation, session, stream));
    }

    /** Errors of an operation that is well-formed are events as well, which is how clients read them. */
    private void refuse(RoutingContext context, Session session, Refusal refusal) {
        gate.outcomes().ended(refusal.code());
        if (!refusal.isWellFormed()) {
            Refusals.send(context, refusal);
            return;
        }
        UnreadBody.readOn(context);
        new DistinctStream(session, context, config, deadline).fail(refusal.errors());
    }

    /** Counts a stream before its response begins. */
    private static final class Place implements Connection {
        private final Connections connections;
        private final Session session;
        private @Nullable DistinctStream taken;

        Place(Connections connections, Session session) {
            this.connections = connections;
            this.session = session;
        }

        void free() {
            connections.remove(this);
        }

        @Override
        public void leave() {
            session.run(() -> {
                DistinctStream stream = taken;
                if (stream != null) {
                    stream.leave();
                }
            });
        }
    }
}
