package org.khabar.gateway.live;

import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.http.AdmittedOperation;
import org.khabar.gateway.http.OperationGate;

/**
 * What ends a subscription though nothing is wrong with it: the end of its token, its age, and another schema by which it
 * would bring something else.
 */
final class Lifetime {
    private final EventRun run;
    private final Session session;
    private final Vertx vertx;
    private final OperationGate gate;
    private final SchemaChanges changes;
    private final LiveConfig config;
    private long expiry = -1;
    private long age = -1;
    private long look = -1;
    private boolean isOver;

    Lifetime(EventRun run, Session session, Vertx vertx, OperationGate gate, SchemaChanges changes, LiveConfig config) {
        this.run = run;
        this.session = session;
        this.vertx = vertx;
        this.gate = gate;
        this.changes = changes;
        this.config = config;
    }

    /** It has begun. */
    void begin() {
        Instant end = session.caller().expiresAt();
        if (end != null) {
            long left = Math.max(1, Duration.between(Instant.now(), end).toMillis());
            expiry = vertx.setTimer(
                    left, _ -> session.run(() -> run.fail(error("The token expired", "UNAUTHENTICATED"))));
        }
        long longest = config.maxSubscriptionAge().toMillis();
        if (longest > 0) {
            long sooner = ThreadLocalRandom.current().nextLong(longest / 10 + 1);
            age = vertx.setTimer(
                    Math.max(1, longest - sooner),
                    _ -> session.run(() ->
                            run.end(error("The subscription has grown old: subscribe again", "SUBSCRIPTION_EXPIRED"))));
        }
        changes.add(this);
        if (gate.isOutdated(run.operation())) {
            lookAgainAfter(changes.pause());
        }
    }

    /** It is over. */
    void end() {
        isOver = true;
        changes.remove(this);
        vertx.cancelTimer(expiry);
        vertx.cancelTimer(age);
        vertx.cancelTimer(look);
    }

    /**
     * Has it found out after a while whether it is the same by the schema that is served then. Called on any thread.
     *
     * @param pause milliseconds
     */
    void lookAgainAfter(long pause) {
        session.run(() -> {
            if (!isOver) {
                vertx.cancelTimer(look);
                look = vertx.setTimer(pause, _ -> session.run(this::lookAgain));
            }
        });
    }

    private void lookAgain() {
        if (!isOver && gate.isOutdated(run.operation())) {
            gate.renew(run.operation(), session.caller()).onComplete(renewed -> session.run(() -> compare(renewed)));
        }
    }

    private void compare(AsyncResult<AdmittedOperation> renewed) {
        if (isOver) {
            return;
        }
        if (renewed.failed() && gate.refusal(renewed.cause()).isForNow()) {
            lookAgainAfter(changes.pause());
        } else if (renewed.succeeded() && run.operation().isAnsweredLike(renewed.result())) {
            run.become(renewed.result());
        } else {
            run.end(error(
                    "The schema has changed, and what the subscription brings with it: subscribe again",
                    "SCHEMA_CHANGED"));
        }
    }

    private static ExecutionError error(String message, String code) {
        return ExecutionError.of(message, code, null);
    }
}
